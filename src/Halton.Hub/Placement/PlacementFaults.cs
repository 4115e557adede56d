using Halton.Hub.Foundation;

namespace Halton.Hub.Placement;

/// <summary>The placement slice's named refusals.</summary>
internal static class PlacementFaults
{
    /// <summary>No such placement, or not the caller's to see.</summary>
    public static Fault NotFound() => new(FaultKind.NotFound, "PLACEMENT_NOT_FOUND", "There is no such placement that you may see.");

    /// <summary>The placement has ended.</summary>
    public static Fault Ended() => new(FaultKind.FailedPrecondition, "PLACEMENT_ENDED", "The placement has ended; nothing about it changes.");

    /// <summary>The home is no care home: nobody lives there.</summary>
    public static Fault NotACareHome() => new(FaultKind.FailedPrecondition, "NOT_A_CARE_HOME", "CQC does not have this location registered as a care home.");

    /// <summary>No such assessment, or not the caller's to see.</summary>
    public static Fault AssessmentNotFound() => new(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND", "There is no such assessment that you may see.");

    /// <summary>No such discharge, or not the caller's to see.</summary>
    public static Fault DischargeNotFound() => new(FaultKind.NotFound, "DISCHARGE_NOT_FOUND", "There is no such discharge that you may see.");

    /// <summary>No such reservation, or not the caller's to see.</summary>
    public static Fault ReservationNotFound() => new(FaultKind.NotFound, "RESERVATION_NOT_FOUND", "There is no such reservation that you may see.");

    /// <summary>No such offer, or not the caller's to see.</summary>
    public static Fault OfferNotFound() => new(FaultKind.NotFound, "OFFER_NOT_FOUND", "There is no such offer that you may see.");

    /// <summary>The stay has ended.</summary>
    public static Fault StayClosed() => new(FaultKind.FailedPrecondition, "STAY_CLOSED", "The stay in hospital is discharged or cancelled.");

    /// <summary>The pathway leads to no bed.</summary>
    public static Fault NoPlacementPathway() => new(FaultKind.FailedPrecondition, "PATHWAY_HAS_NO_PLACEMENT", "Only pathways 2 and 3 lead to a bed in a home. Assign one of them first.");

    /// <summary>The person is not ready to leave.</summary>
    public static Fault StillMeetsCriteria() => new(FaultKind.FailedPrecondition, "STILL_MEETS_CRITERIA", "The latest review does not say that the criteria to reside are no longer met.");

    /// <summary>A home disputes the assessment.</summary>
    public static Fault Disputed() => new(FaultKind.FailedPrecondition, "ASSESSMENT_DISPUTED", "A home disputes the assessment. Assess anew.");

    /// <summary>The assessment is no longer in date.</summary>
    public static Fault OutOfDate() => new(FaultKind.FailedPrecondition, "ASSESSMENT_OUT_OF_DATE", "The assessment is no longer in date. Assess anew.");

    /// <summary>No agreement covers what was assessed.</summary>
    public static Fault NotCovered() => new(FaultKind.FailedPrecondition, "NOT_COVERED_BY_AGREEMENT", "No current agreement lets your assessors assess these needs.");

    /// <summary>The home has no agreement with the assessors.</summary>
    public static Fault NoAgreement() => new(FaultKind.FailedPrecondition, "NO_AGREEMENT", "The home has no current agreement with your assessors.");

    /// <summary>Nobody may be cared for there.</summary>
    public static Fault HomeNotOpen() => new(FaultKind.FailedPrecondition, "HOME_NOT_OPEN", "CQC has the home as deregistered, dormant or no care home.");

    /// <summary>The home's numbers are stale, or there are none.</summary>
    public static Fault CapacityUnknown() => new(FaultKind.FailedPrecondition, "CAPACITY_UNKNOWN", "Nobody knows what is free: the home has not said, or not lately. Ask it to make its return.");

    /// <summary>The home takes nobody in.</summary>
    public static Fault NotAccepting() => new(FaultKind.FailedPrecondition, "NOT_ACCEPTING", "The home takes nobody in at present.");

    /// <summary>There is no bed.</summary>
    public static Fault NoBed() => new(FaultKind.FailedPrecondition, "NO_BED_AVAILABLE", "No bed of this kind can be had there.");

    /// <summary>A council has stopped admissions.</summary>
    public static Fault Sanctioned() => new(FaultKind.FailedPrecondition, "SANCTIONED", "A council has stopped admissions to the home.");

    /// <summary>Out of borough without a validation.</summary>
    public static Fault NotValidated() => new(FaultKind.FailedPrecondition, "NOT_VALIDATED", "The home lies outside the council's area and has no validation that lets the council place there.");

    /// <summary>The quota is used up.</summary>
    public static Fault TooManyHeld() => new(FaultKind.ResourceExhausted, "TOO_MANY_RESERVATIONS", "Your organisation holds as many beds as it may. Let one go first.");

    /// <summary>The bed is no longer held.</summary>
    public static Fault ReservationEnded() => new(FaultKind.FailedPrecondition, "RESERVATION_ENDED", "The bed is no longer held.");

    /// <summary>The bed is held as long as it can be.</summary>
    public static Fault HeldLongEnough() => new(FaultKind.FailedPrecondition, "HELD_LONG_ENOUGH", "The bed cannot be held any longer than it is.");

    /// <summary>Nobody could answer for the home.</summary>
    public static Fault NoProgram() => new(FaultKind.FailedPrecondition, "HOME_HAS_NO_PROGRAM", "No program speaks for this home, so that it cannot be asked here.");

    /// <summary>The offer no longer stands.</summary>
    public static Fault OfferEnded() => new(FaultKind.FailedPrecondition, "OFFER_ENDED", "The offer has been answered, withdrawn or has run out.");

    /// <summary>The home has not said yes.</summary>
    public static Fault NotAccepted() => new(FaultKind.FailedPrecondition, "OFFER_NOT_ACCEPTED", "The home has not said yes to this offer.");

    /// <summary>The host authority was not told.</summary>
    public static Fault HostNotNotified() => new(FaultKind.FailedPrecondition, "HOST_NOT_NOTIFIED", "Tell the host authority first, by the day of moving in.");

    /// <summary>There is no council to place for.</summary>
    public static Fault NoCouncil() => new(FaultKind.FailedPrecondition, "NO_COUNCIL", "The council where the person lives takes no part in the hub.");

    /// <summary>Another home has said yes.</summary>
    public static Fault AcceptedElsewhere() => new(FaultKind.FailedPrecondition, "ACCEPTED_ELSEWHERE", "Another home has said yes for this person.");

    /// <summary>Which fault a broken database rule means.</summary>
    public static IReadOnlyDictionary<string, Func<Fault>> ByConstraint { get; } = new Dictionary<string, Func<Fault>>
    {
        ["one_placement_of_a_case"] = () => new Fault(FaultKind.AlreadyExists, "PLACEMENT_ALREADY_RECORDED", "This case has a standing placement already. End it first."),
        ["one_assessment_of_a_stay"] = () => new Fault(FaultKind.AlreadyExists, "ALREADY_ASSESSED", "You have assessed this person already. Record the next version of that assessment."),
        ["one_bed_of_a_home"] = () => new Fault(FaultKind.AlreadyExists, "BED_ALREADY_HELD", "A bed of this home is held for this person already."),
        ["one_offer_of_a_bed"] = () => new Fault(FaultKind.AlreadyExists, "ALREADY_OFFERED", "This bed is offered already."),
        ["one_accepted_offer"] = AcceptedElsewhere,
        ["one_placement_of_an_offer"] = () => new Fault(FaultKind.AlreadyExists, "PLACEMENT_ALREADY_RECORDED", "This offer has become a placement already."),
        ["one_placement_of_a_person"] = () => new Fault(FaultKind.AlreadyExists, "ALREADY_PLACED", "You have a standing placement of this person already. End it first."),
    };
}
