namespace Halton.Hub.Placement.Matching;

/// <summary>Why a home does not fit.</summary>
/// <param name="Code">The reason's name.</param>
/// <param name="Words">The reason in words.</param>
public sealed record HomeExclusion(string Code, string Words);
