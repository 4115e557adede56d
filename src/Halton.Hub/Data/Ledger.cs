namespace Halton.Hub.Data;

/// <summary>
/// The insert-only tables that stand beside a part of the hub's state: what was answered, what happened, who did it. The directory has a
/// ledger of its own, shaped the same, so that its account need reach nothing about a person.
/// </summary>
/// <param name="Answered">Answers kept for repeats.</param>
/// <param name="Events">The event log.</param>
/// <param name="Entries">The record of calls.</param>
public sealed record Ledger(string Answered, string Events, string Entries)
{
    /// <summary>The ledger of records about people.</summary>
    public static Ledger People { get; } = new("requests.answered", "events.event", "audit.entry");

    /// <summary>The ledger of the directory.</summary>
    public static Ledger Directory { get; } = new("directory.answered", "directory.event", "directory.entry");
}
