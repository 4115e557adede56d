namespace Halton.Hub.Notices;

/// <summary>A notice that is to be sent now.</summary>
/// <param name="EventId">The event; a receiver knows by it what it has had.</param>
/// <param name="Kind">The kind of event.</param>
/// <param name="RecordId">The record that it is about.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Attempt">Which attempt it is, from 1: a higher one marks a repeat.</param>
public sealed record Notice(Guid EventId, string Kind, Guid RecordId, DateTimeOffset OccurredAt, int Attempt);
