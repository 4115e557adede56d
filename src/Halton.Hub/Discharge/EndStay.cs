using Halton.Hub.Data;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Discharge;

/// <summary>
/// Ends the stay of a person whose placement is confirmed, in the same save: on clinical advice, to a care home. A stay that the trust has
/// ended already is left alone.
/// </summary>
internal static class EndStay
{
    // A care home run by neither NHS nor local authority, as nearly all are.
    private const string CareHome = "85";

    /// <summary>Follows the confirmation of placements.</summary>
    public static Follower Follower { get; } = new(new HashSet<string> { PlacementEvents.Confirmed }, (save, told, ct) => Run(save, (PlacementState)told.Payload, ct));

    private static async Task Run(Save save, PlacementState placement, CancellationToken ct)
    {
        var stay = await StayForChange.Load(save.Db, save.Organization, placement.StayId!.Value, ct);
        if (stay.State == DischargeState.Discharged)
        {
            return;
        }

        stay.Confirm(placement.AdmittedAt!.Value, DischargeCodes.OnClinicalAdvice, CareHome, "admitted_at");
        stay.Changed(save.Now);
        save.Tell(DischargeEvents.Confirmed, DischargeStatus.Of(stay));
    }
}
