namespace Halton.Hub.Bench.Hostile;

/// <summary>One way of doing harm, in several sizes.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bodies">Bodies of requests; each must be refused.</param>
internal sealed record HostileKind(string Name, IReadOnlyList<string> Bodies);
