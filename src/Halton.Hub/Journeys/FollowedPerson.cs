using Halton.Hub.Access;
using Halton.Hub.Discharge;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;

namespace Halton.Hub.Journeys;

/// <summary>One person whose events a caller follows: known by number as the lists know them, and by the stays and records found so far.</summary>
internal sealed class FollowedPerson(Caller caller, IReadOnlySet<JourneyKind> kinds, NhsNumber number, JourneyRecords records)
{
    private readonly HashSet<Guid> stays = [.. records.Stays.Select(s => s.Id)];
    private readonly HashSet<Guid> offers = [.. records.Offers.Select(o => o.Id)];

    /// <summary>The kind of record that an event is about; null when it is about nobody's journey.</summary>
    public static JourneyKind? KindOf(object payload) => payload switch
    {
        DischargeStatus => JourneyKind.Discharge,
        ReferralState => JourneyKind.Referral,
        AssessmentState => JourneyKind.Assessment,
        ReservationState => JourneyKind.Reservation,
        OfferState => JourneyKind.Offer,
        PlacementState => JourneyKind.Placement,
        _ => null,
    };

    /// <summary>Whether an event that the caller may hear of is about the person.</summary>
    public bool Concerns(HubEvent e) => KindOf(e.Payload) is { } kind && kinds.Contains(kind) && e.Payload switch
    {
        DischargeStatus s => IsTheirs(s.NhsNumber, s.NhsNumberStatus == "01" || s.Trust == caller.Organization) && (stays.Add(s.Id) || true),
        ReferralState r => IsTheirs(r.NhsNumber, r.NhsNumberStatus == "01" || (r.Trust ?? r.Requester) == caller.Organization),
        AssessmentState a => IsTheirs(a.NhsNumber, true) || stays.Contains(a.StayId),
        ReservationState r => stays.Contains(r.StayId),
        OfferState o => Concerns(o),
        PlacementState p => IsTheirs(p.NhsNumber, p.StayId is not null || p.Council == caller.Organization),
        _ => false,
    };

    // A home learns who comes once it has said yes, and hears of that offer from then on.
    private bool Concerns(OfferState o) => caller.Kind == OrganizationKind.CareHome
        ? offers.Contains(o.Id) || (IsTheirs(o.SeenFrom(caller.Organization).NhsNumber, true) && offers.Add(o.Id))
        : IsTheirs(o.NhsNumber, true) || stays.Contains(o.StayId);

    private bool IsTheirs(string? told, bool sure) => sure && told == number.Digits;
}
