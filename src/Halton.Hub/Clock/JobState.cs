namespace Halton.Hub.Clock;

/// <summary>How a job stands, for all nodes alike.</summary>
/// <param name="Since">Since when it is expected to run.</param>
/// <param name="SucceededAt">When it last did its work.</param>
/// <param name="LastOutcome">How its last run ended.</param>
/// <param name="LastError">What that run failed with.</param>
/// <param name="RunningOn">The node that runs it now.</param>
public sealed record JobState(DateTimeOffset Since, DateTimeOffset? SucceededAt, RunOutcome? LastOutcome, string? LastError, string? RunningOn);
