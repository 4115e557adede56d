namespace Halton.Hub.Data;

/// <summary>
/// What a slice does in the very save that tells of a change in a slice below it, so that both commit together or not at all: open offers are
/// withdrawn when a home is sanctioned, a stay ends when its placement is confirmed.
/// </summary>
/// <param name="Kinds">Kinds of event that it follows.</param>
/// <param name="Follow">Does its part; a fault thrown here undoes the whole save.</param>
internal sealed record Follower(IReadOnlySet<string> Kinds, Func<Save, Save.PendingEvent, CancellationToken, Task> Follow);
