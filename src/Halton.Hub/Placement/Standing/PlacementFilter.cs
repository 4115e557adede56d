using System.Text.Json.Serialization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>Which placements a list shows; all that are given must hold.</summary>
public sealed record PlacementFilter
{
    /// <summary>The hub's id of a home, or CQC location id.</summary>
    public string? CareHome { get; init; }

    /// <summary>Only those outside the council's area.</summary>
    public bool OutOfBoroughOnly { get; init; }

    /// <summary>Only those whose review is due on or before this day.</summary>
    public DateOnly? ReviewDueBy { get; init; }

    /// <summary>The council's own reference of the person's case.</summary>
    [JsonInclude]
    internal string? CaseReference { get; init; }

    /// <summary>Only those that have ended.</summary>
    [JsonInclude]
    internal bool EndedOnly { get; init; }

    /// <summary>Also those that have ended.</summary>
    public bool IncludeEnded { get; init; }

    /// <summary>The person, and when.</summary>
    [JsonInclude]
    internal RecordNarrowing Narrowed { get; init; } = new();
}
