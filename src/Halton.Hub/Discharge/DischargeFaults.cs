using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>The discharge slice's named refusals.</summary>
internal static class DischargeFaults
{
    /// <summary>No such discharge, or not the caller's to see.</summary>
    public static Fault NotFound() => new(FaultKind.NotFound, "DISCHARGE_NOT_FOUND", "There is no such discharge that you may see.");

    /// <summary>The stay has ended.</summary>
    public static Fault StayClosed() => new(FaultKind.FailedPrecondition, "STAY_CLOSED", "The stay is discharged or cancelled; nothing can be added to it.");

    /// <summary>Discharge on clinical advice while a criterion is met.</summary>
    public static Fault StillMeetsCriteria() =>
        new(FaultKind.FailedPrecondition, "STILL_MEETS_CRITERIA", "The latest review does not say that the criteria to reside are no longer met. Record a review first.");

    /// <summary>Discharge on clinical advice without a pathway.</summary>
    public static Fault PathwayNotAssigned() => new(FaultKind.FailedPrecondition, "PATHWAY_NOT_ASSIGNED", "Assign a discharge pathway first.");

    /// <summary>Work of the care transfer hub without a referral to it.</summary>
    public static Fault NotReferred() =>
        new(FaultKind.FailedPrecondition, "NOT_REFERRED", "The ward has not referred to the care transfer hub. Assign a pathway with the referral first.");

    /// <summary>The assessment has begun before.</summary>
    public static Fault AssessmentStarted() => new(FaultKind.FailedPrecondition, "ASSESSMENT_ALREADY_STARTED", "The assessment of this stay has begun already.");

    /// <summary>A reason for delay on a day on which the person was not ready.</summary>
    public static Fault NotReadyThen() =>
        new(FaultKind.FailedPrecondition, "NOT_READY_THEN", "On that day the person met the criteria to reside, or nobody had reviewed them: there was no delay.");

    /// <summary>A move to the ward where the person is.</summary>
    public static Fault OnWard() => new(FaultKind.FailedPrecondition, "ALREADY_ON_WARD", "At that moment the person was on that ward already.");

    /// <summary>Two moves of one moment.</summary>
    public static Fault MovedThen() => new(FaultKind.AlreadyExists, "MOVED_AT_THAT_MOMENT", "A move of this moment is recorded already.");

    /// <summary>Two reviews of one moment.</summary>
    public static Fault ReviewRecorded() => new(FaultKind.AlreadyExists, "REVIEW_ALREADY_RECORDED", "A review of this moment is recorded already.");

    /// <summary>Which fault a broken database rule means.</summary>
    public static IReadOnlyDictionary<string, Func<Fault>> ByConstraint { get; } = new Dictionary<string, Func<Fault>>
    {
        ["one_open_stay"] = () => new Fault(FaultKind.AlreadyExists, "ALREADY_ADMITTED", "This person has an open stay with your trust. Ask for it by NHS number."),
        ["one_spell"] = () => new Fault(FaultKind.AlreadyExists, "SPELL_ALREADY_RECORDED", "Your trust has recorded a stay with this spell identifier."),
        ["one_package_held"] = () => new Fault(FaultKind.AlreadyExists, "CARE_PACKAGE_ALREADY_HELD", "This provider's package is on hold for this stay already."),
        ["one_review_a_moment"] = ReviewRecorded,
    };
}
