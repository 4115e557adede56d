namespace Halton.Hub.Events;

/// <summary>A place in the event log: transaction id, then position within it. Rows below the snapshot's horizon never appear later.</summary>
public readonly record struct EventPosition(ulong Xid, long Position) : IComparable<EventPosition>
{
    /// <inheritdoc />
    public int CompareTo(EventPosition other) => Xid != other.Xid ? Xid.CompareTo(other.Xid) : Position.CompareTo(other.Position);

    /// <summary>Whether this lies before the other.</summary>
    public static bool operator <(EventPosition left, EventPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether this lies behind the other.</summary>
    public static bool operator >(EventPosition left, EventPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether this lies before the other or is the same.</summary>
    public static bool operator <=(EventPosition left, EventPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this lies behind the other or is the same.</summary>
    public static bool operator >=(EventPosition left, EventPosition right) => left.CompareTo(right) >= 0;
}
