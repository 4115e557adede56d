using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Discharge.Packages;

/// <summary>When a stay ends, its care packages restart, end or are let go, in the same save.</summary>
internal static class FollowPackages
{
    private const string Held = $"select distinct stay_id from discharge.care_package where state = '{CarePackage.Held}' and stay_id = any ($1)";

    /// <summary>Follows the ends of stays.</summary>
    public static Follower Follower { get; } = new(new HashSet<string> { DischargeEvents.Confirmed, DischargeEvents.Cancelled }, (save, told, ct) => Run(save, (DischargeStatus)told.Payload, ct));

    /// <summary>Those of many stays with a package on hold.</summary>
    public static NpgsqlBatchCommand WithHeld(Guid[] stays) => WalledBatch.Command(Held, (object)stays);

    private static async Task Run(Save save, DischargeStatus stay, CancellationToken ct)
    {
        if (save.IsWithout<CarePackage>(stay.Id))
        {
            return;
        }

        foreach (var package in await save.Db.Set<CarePackage>().Where(p => p.StayId == stay.Id && p.State == CarePackage.Held).ToListAsync(ct))
        {
            package.Follow(stay, save.Now);
            save.Tell(package);
        }
    }
}
