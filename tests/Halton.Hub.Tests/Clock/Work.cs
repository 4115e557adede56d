using Halton.Hub.Clock;

namespace Halton.Hub.Tests.Clock;

/// <summary>What a job of a test does when it fires.</summary>
/// <param name="Do">Does it; answers the counts.</param>
public sealed record Work(Func<ClockCaller, Task<RunCounts>> Do);
