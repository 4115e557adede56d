using Halton.Hub.Foundation;

namespace Halton.Hub.Insight;

/// <summary>One group of an indicator.</summary>
/// <param name="Coding">What it is of: a hospital trust, a discharge pathway, a kind of bed and so on.</param>
/// <param name="Figure">Its figure.</param>
public sealed record KpiGroup(Coding Coding, KpiFigure Figure);
