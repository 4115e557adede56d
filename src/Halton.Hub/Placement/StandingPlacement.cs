namespace Halton.Hub.Placement;

/// <summary>
/// That a person lives in a care home for a council: who, where, since when and why, and when somebody last looked. FHIR: EpisodeOfCare.
/// </summary>
public sealed class StandingPlacement
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the council that placed.</summary>
    public required string Council { get; init; }

    /// <summary>The council's own reference of the person's case.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Ten digits, verified; null when the council has none.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>What kind of bed the person needs, a code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>Why outside the borough, a code of out-of-area-reason; null for a home inside it.</summary>
    public string? OutOfAreaReason { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Last day; null while the person lives there.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it ended, a code of placement-end-reason.</summary>
    public string? EndReason { get; set; }

    /// <summary>Day on which the host authority was told of it; null while it was not.</summary>
    public DateOnly? HostNotifiedOn { get; set; }

    /// <summary>Day of the latest review.</summary>
    public DateOnly? ReviewedOn { get; set; }

    /// <summary>Day by which the next review is due: a year after the start or after the latest review.</summary>
    public required DateOnly ReviewDue { get; set; }

    /// <summary>For which due day the council was told that it approaches.</summary>
    public DateOnly? ToldDue { get; set; }

    /// <summary>For which due day the council was told that it has passed.</summary>
    public DateOnly? ToldOverdue { get; set; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;
}
