using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Graph;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;
using Halton.Hub.Referrals.Graph;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Journeys.Graph;

/// <summary>Tells journeys in the words of the care schema; records are told as their own slices tell them.</summary>
public sealed class JourneyWordsGraph(CodeSystems codes, SealedTokens tokens, DischargeWordsGraph discharges, ReferralWordsGraph referrals, PlacementWordsGraph placements)
{
    /// <summary>Tells a journey.</summary>
    /// <param name="journey">What the operation answered.</param>
    /// <param name="partner">Whom its cursors are for.</param>
    internal JourneyGraph Tell(Journey journey, string partner) => new(journey, this, tokens, partner);

    /// <summary>A code with its latest wording.</summary>
    internal CodingGraph Code(string system, string code) => new(codes.Named(system, code));

    /// <summary>The record as its own slice tells it.</summary>
    internal INode Node(object record) => record switch
    {
        DischargeStatus stay => discharges.Tell(stay),
        ReferralState referral => referrals.Tell(referral),
        AssessmentState assessment => new AssessmentGraph(assessment, placements),
        ReservationState reservation => new ReservationGraph(reservation, placements),
        OfferState offer => new OfferGraph(offer, placements),
        PlacementState placement => placements.Tell(placement),
        _ => throw new InvalidOperationException($"A journey holds no {record.GetType().Name}."),
    };

    /// <summary>The global id of a record.</summary>
    internal static string GlobalIdOf(JourneyKind kind, Guid id) => new GlobalId(
        kind switch
        {
            JourneyKind.Discharge => DischargeGraph.Name,
            JourneyKind.Referral => ReferralGraph.TypeName,
            JourneyKind.Assessment => AssessmentGraph.TypeName,
            JourneyKind.Reservation => ReservationGraph.TypeName,
            JourneyKind.Offer => OfferGraph.TypeName,
            _ => PlacementGraph.TypeName,
        },
        id).ToString();
}
