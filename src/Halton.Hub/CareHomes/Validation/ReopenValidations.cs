using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Reopens every council's validation of a home inside the save that learnt of what happened. Only the hub's own clock may change all
/// councils' rows; the row walls keep everybody else to their own.
/// </summary>
public static class ReopenValidations
{
    /// <summary>Reopens them; without any, nothing happens.</summary>
    /// <param name="save">The save, a clock's.</param>
    /// <param name="home">The home, as the save's context tracks it, with what has changed already in it.</param>
    /// <param name="why">rating-downgrade, dormancy, deregistration, sanction or successor-registration.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task Reopen(Save save, CareHome home, string why, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(ReopeningReasons.All.Contains(why), false, nameof(why));
        await save.Db.SaveChangesAsync(ct);
        foreach (var council in await save.Db.Set<ProviderValidation>().Where(v => v.HomeId == home.Id).Select(v => v.Council).Order().ToListAsync(ct))
        {
            await RevalidateHome.Run(save, council, home, new ValidationAct { Why = why }, ct);
        }
    }
}
