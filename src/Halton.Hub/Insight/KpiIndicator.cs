using Halton.Hub.CareHomes;
using Halton.Hub.Directory;
using Halton.Hub.Discharge;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;

namespace Halton.Hub.Insight;

/// <summary>One of the hub's indicators. What it counts stands in the code system kpi and, as SQL, in the migrations.</summary>
/// <param name="Code">Its code in the code system kpi.</param>
/// <param name="Shape">How its value follows from the counts.</param>
/// <param name="Days">How many days up to the day it looks back on; 0 when it tells how things stood at the day's end.</param>
/// <param name="GroupSystem">The code system of its groups.</param>
internal sealed record KpiIndicator(string Code, KpiShape Shape, int Days, string GroupSystem)
{
    private const int FourWeeks = 28;

    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<KpiIndicator> All { get; } =
    [
        new("no-criteria-to-reside", KpiShape.Share, 0, KpiCodes.OdsCode),
        new("waiting-to-leave", KpiShape.Count, 0, KpiCodes.Group),
        new("long-stay", KpiShape.Share, 0, KpiCodes.OdsCode),
        new("ready-to-discharge-days", KpiShape.Mean, FourWeeks, DischargeCodes.Pathway),
        new("allocation-to-discharge-days", KpiShape.Mean, FourWeeks, DischargeCodes.Pathway),
        new("assessment-within-24-hours", KpiShape.Share, FourWeeks, KpiCodes.OdsCode),
        new("response-within-2-hours", KpiShape.Share, FourWeeks, KpiCodes.CareService),
        new("response-in-time", KpiShape.Share, FourWeeks, ReferralCodes.Tier),
        new("home-after-91-days", KpiShape.Mix, FourWeeks, ReferralCodes.FollowUpOutcome),
        new("people-out-of-borough", KpiShape.Count, 0, PlacementCodes.OutOfAreaReason),
        new("bed-vacancy", KpiShape.Share, 0, CareHomeCodes.BedType),
        new("return-freshness", KpiShape.Mix, 0, KpiCodes.Group),
        new("rated-good-or-outstanding", KpiShape.Mix, 0, CareHomeCodes.CqcRating),
        new("signposting-reach", KpiShape.Count, FourWeeks, KpiCodes.DirectoryTerm),
        new("signposting-outcome-known", KpiShape.Mix, FourWeeks, DirectoryCodes.Outcome),
    ];

    /// <summary>What its value is measured in.</summary>
    public KpiUnit Unit => Shape switch { KpiShape.Mean => KpiUnit.Days, KpiShape.Count => KpiUnit.Count, _ => KpiUnit.Percent };

    /// <summary>The first day that it looks back on.</summary>
    public DateOnly From(DateOnly day) => Days == 0 ? day : day.AddDays(1 - Days);

    /// <summary>The code system of one of its groups.</summary>
    public string SystemOf(string group) => group == KpiCodes.NoneRecorded ? KpiCodes.Group : GroupSystem;
}
