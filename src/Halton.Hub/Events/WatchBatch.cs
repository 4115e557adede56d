namespace Halton.Hub.Events;

/// <summary>What a watch brings at once: events that were committed close together, or a bookmark without any, and the token to go on from behind them.</summary>
public sealed record WatchBatch(IReadOnlyList<HubEvent> Events, string ResumeToken);
