using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Placement;

/// <summary>What the slice tells of its changes.</summary>
internal static class PlacementEvents
{
    /// <summary>A standing placement was recorded.</summary>
    public const string Recorded = "placement.recorded";

    /// <summary>Somebody looked whether the placement is still right.</summary>
    public const string Reviewed = "placement.reviewed";

    /// <summary>The placement has ended.</summary>
    public const string Ended = "placement.ended";

    /// <summary>The annual review comes up.</summary>
    public const string ReviewDue = "placement.review-due";

    /// <summary>The annual review was not held in time.</summary>
    public const string ReviewOverdue = "placement.review-overdue";

    /// <summary>A person has moved in whose home was asked through the hub.</summary>
    public const string Confirmed = "placement.confirmed";

    /// <summary>A trusted assessor recorded what a person needs, for the first time or anew.</summary>
    public const string Assessed = "assessment.recorded";

    /// <summary>A home judges an assessment to be wrong.</summary>
    public const string AssessmentDisputed = "assessment.disputed";

    /// <summary>A bed is held.</summary>
    public const string Reserved = "bed.reserved";

    /// <summary>A bed is held longer.</summary>
    public const string Extended = "bed.extended";

    /// <summary>A held bed was let go.</summary>
    public const string Released = "bed.released";

    /// <summary>A bed is no longer held: time ran out.</summary>
    public const string HoldExpired = "bed.expired";

    /// <summary>The person has moved into the bed that was held.</summary>
    public const string Admitted = "bed.admitted";

    /// <summary>Kinds of event about offers start with this.</summary>
    public const string OfOffers = "offer.";

    /// <summary>A home was asked.</summary>
    public const string Offered = "offer.made";

    /// <summary>It takes the person.</summary>
    public const string Accepted = "offer.accepted";

    /// <summary>It does not.</summary>
    public const string Declined = "offer.declined";

    /// <summary>It judges the assessment to be wrong.</summary>
    public const string Disputed = "offer.disputed";

    /// <summary>Something undid an offer.</summary>
    public const string Withdrawn = "offer.withdrawn";

    /// <summary>A home did not answer in time.</summary>
    public const string OfferExpired = "offer.expired";

    /// <summary>The person has moved in.</summary>
    public const string Completed = "offer.completed";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } = new (Type Payload, string[] Kinds)[]
    {
        (typeof(PlacementState), [Recorded, Reviewed, Ended, ReviewDue, ReviewOverdue, Confirmed]),
        (typeof(AssessmentState), [Assessed, AssessmentDisputed]),
        (typeof(ReservationState), [Reserved, Extended, Released, HoldExpired, Admitted]),
        (typeof(OfferState), [Offered, Accepted, Declined, Disputed, Withdrawn, OfferExpired, Completed]),
    }.SelectMany(of => of.Kinds, (of, kind) => KeyValuePair.Create(kind, of.Payload)).ToDictionary();

    /// <summary>Tells of a change and answers with the state that it left.</summary>
    public static PlacementState Tell(this Save save, string kind, PlacementState state)
    {
        save.Tell(kind, state.Id, "placement.audience", state);
        return state;
    }

    /// <summary>Tells the assessor, the council and the trust of an assessment.</summary>
    public static AssessmentState Tell(this Save save, string kind, AssessmentState state)
    {
        save.Tell(kind, state.Id, "placement.assessment_audience", state);
        return state;
    }

    /// <summary>Tells the assessor, the council and the trust of a reservation.</summary>
    public static ReservationState Tell(this Save save, string kind, ReservationState state)
    {
        save.Tell(kind, state.Id, "placement.reservation_audience", state);
        return state;
    }

    /// <summary>Tells the home, the assessor, the council and the trust of an offer.</summary>
    public static OfferState Tell(this Save save, string kind, OfferState state)
    {
        save.Tell(kind, state.Id, "placement.offer_audience", state);
        return state;
    }
}
