namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Where the money for a service comes from.</summary>
public sealed record HsdsFunding
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The source, in words.</summary>
    public string? Source { get; init; }
}
