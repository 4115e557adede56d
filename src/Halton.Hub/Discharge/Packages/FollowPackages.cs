using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Discharge.Packages;

/// <summary>When a stay ends, its care packages restart, end or are let go, in the same save.</summary>
internal static class FollowPackages
{
    /// <summary>Follows the ends of stays.</summary>
    public static Follower Follower { get; } = new(new HashSet<string> { DischargeEvents.Confirmed, DischargeEvents.Cancelled }, (save, told, ct) => Run(save, (DischargeStatus)told.Payload, ct));

    private static async Task Run(Save save, DischargeStatus stay, CancellationToken ct)
    {
        foreach (var package in await save.Db.Set<CarePackage>().Where(p => p.StayId == stay.Id && p.State == CarePackage.Held).ToListAsync(ct))
        {
            package.Follow(stay, save.Now);
            save.Tell(package);
        }
    }
}
