using Halton.Hub.CareHomes.Graph;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>One line of the history of capacity: what a return said of one kind of bed.</summary>
/// <param name="record">The line.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapacityRecordGraph(CapacityRecord record, CareHomeWordsGraph words)
{
    /// <summary>The moment that the numbers are true of.</summary>
    public DateTimeOffset AsOf => record.AsOf;

    /// <summary>When the hub took them.</summary>
    public DateTimeOffset ReceivedAt => record.ReceivedAt;

    /// <summary>Where they came from.</summary>
    public string Source => record.Source;

    /// <summary>The numbers.</summary>
    public BedCapacityGraph Beds { get; } = new(new BedState(record.BedType, record.Maximum, record.Occupied, record.Reserved, record.Available), words);

    /// <summary>Whether the home took people in.</summary>
    public bool AcceptingAdmissions => record.AcceptingAdmissions;
}
