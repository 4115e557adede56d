using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

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

    /// <summary>The stay in hospital that it came from; null for one that was recorded by itself.</summary>
    public Guid? StayId { get; init; }

    /// <summary>The assessment that it rests on; null for one that was recorded by itself.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>The offer that the home accepted; null for one that was recorded by itself.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"p{Version}";

    /// <summary>The day by which the next review is due.</summary>
    internal static DateOnly DueAfter(DateOnly startedOn, DateOnly? reviewedOn) => (reviewedOn ?? startedOn).AddYears(1);

    /// <summary>Notes a review. Faults: PLACEMENT_ENDED, REVIEWED_BEFORE.</summary>
    internal void Review(DateOnly on)
    {
        DemandOpen();
        Demand(on >= (ReviewedOn ?? StartedOn), "reviewed_on", "REVIEWED_BEFORE", "The day is before the latest review, or before the placement began.");
        (ReviewedOn, ReviewDue) = (on, DueAfter(StartedOn, on));
    }

    /// <summary>Ends it. Faults: PLACEMENT_ENDED, ENDED_BEFORE_STARTED.</summary>
    internal void End(DateOnly on, string reason)
    {
        DemandOpen();
        Demand(on >= StartedOn, "ended_on", "ENDED_BEFORE_STARTED", "The day is before the placement began.");
        (EndedOn, EndReason) = (on, reason);
    }

    /// <summary>Notes a change.</summary>
    internal void Changed(DateTimeOffset at)
    {
        ChangedAt = at;
        Version++;
    }

    /// <summary>
    /// Takes note that the council is told of its review, once for each due day, and says what to tell: that it has passed, that it comes
    /// within so many days, or nothing. That is no change of the placement.
    /// </summary>
    internal string? Remind(DateOnly today, int ahead)
    {
        if (EndedOn is not null || ReviewDue > today.AddDays(ahead))
        {
            return null;
        }

        if (ReviewDue < today && ToldOverdue != ReviewDue)
        {
            (ToldDue, ToldOverdue) = (ReviewDue, ReviewDue);
            return PlacementEvents.ReviewOverdue;
        }

        if (ToldDue != ReviewDue)
        {
            ToldDue = ReviewDue;
            return PlacementEvents.ReviewDue;
        }

        return null;
    }

    private void DemandOpen()
    {
        if (EndedOn is not null)
        {
            throw PlacementFaults.Ended();
        }
    }

    private static void Demand(bool condition, string field, string reason, string message)
    {
        if (!condition)
        {
            throw Fault.Invalid(field, reason, message);
        }
    }
}
