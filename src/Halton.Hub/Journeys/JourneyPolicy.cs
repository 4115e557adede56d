using Halton.Hub.Access;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;

namespace Halton.Hub.Journeys;

/// <summary>
/// Who may ask for a journey. It opens nothing of its own: each kind of record is told to those whom the rule of that kind's own list lets in,
/// and of the records those that the slice's own policy lets them see.
/// </summary>
public static class JourneyPolicy
{
    private static readonly HashSet<OrganizationKind> Partners =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];

    private static readonly HashSet<string> DirectCare = ["TREAT", "ETREAT", "HOPERAT"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("GetJourney", ["care/Query.journey"], AccessRule.OfEachResource, 's', Partners, DirectCare, "that of the list of each kind of record"),
        new("WatchJourney", ["care/Subscription.journeyChanged"], AccessRule.OfEachResource, 's', Partners, DirectCare, "that of the list of each kind of record, and the organisation is in the event's audience"),
    ];

    /// <summary>The rule of each kind of record: that of its list.</summary>
    internal static IReadOnlyDictionary<JourneyKind, AccessRule> Lists { get; } = new Dictionary<JourneyKind, AccessRule>
    {
        [JourneyKind.Discharge] = Rule(DischargePolicy.Rules, "care/Query.discharges"),
        [JourneyKind.Referral] = Rule(ReferralPolicy.Rules, "care/Query.referrals"),
        [JourneyKind.Assessment] = Rule(PlacementPolicy.Rules, "care/Query.assessments"),
        [JourneyKind.Reservation] = Rule(PlacementPolicy.Rules, "care/Query.reservations"),
        [JourneyKind.Offer] = Rule(PlacementPolicy.Rules, "care/Query.offers"),
        [JourneyKind.Placement] = Rule(PlacementPolicy.Rules, "care/Query.placements"),
    };

    /// <summary>The kinds of record that a caller may list at all. Fault: SCOPE_MISSING, when there is none.</summary>
    public static IReadOnlySet<JourneyKind> Demand(Call call)
    {
        var mine = Lists.Where(of => of.Value.Kinds.Contains(call.Caller.Kind!.Value)).ToList();
        var open = mine.Where(of => call.Caller.Scopes.Allows(of.Value.Resource, of.Value.Interaction) && of.Value.Purposes.Contains(call.Purpose)).Select(of => of.Key).ToHashSet();
        return open.Count > 0
            ? open
            : throw new Fault(FaultKind.PermissionDenied, "SCOPE_MISSING", $"This call needs one of the scopes {string.Join(", ", mine.Select(of => $"system/{of.Value.Resource}.s").Distinct().Order())}.");
    }

    private static AccessRule Rule(IEnumerable<AccessRule> rules, string door) => rules.Single(rule => rule.Doors.Contains(door));
}
