namespace Halton.Hub.Directory;

/// <summary>That a signposting was recorded or word came of it.</summary>
/// <param name="Kind">What happened, for example signposting.recorded.</param>
/// <param name="SignpostingId">The signposting.</param>
/// <param name="OccurredAt">When the hub took the change.</param>
public sealed record SignpostingChange(string Kind, Guid SignpostingId, DateTimeOffset OccurredAt);
