using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Standing;

/// <summary>Lets a council's validation of a home follow its placements there: what they are for, never whose they are.</summary>
internal static class PlacementValidation
{
    /// <summary>Decides it anew inside a save, where the home lies outside the council's area; somebody who lives there opens it.</summary>
    public static async Task<ValidationState?> Follow(Save save, string council, CareHome home, string? area, CancellationToken ct)
    {
        if (!home.LiesOutside(area))
        {
            return null;
        }

        // The placements are read from the database, so what the save has done to them goes there first.
        await save.Db.SaveChangesAsync(ct);
        var placements = await save.Db.Set<StandingPlacement>().AsNoTracking()
            .Where(p => p.Council == council && p.HomeId == home.Id && p.EndedOn == null)
            .Select(p => new { p.BedType, p.OutOfAreaReason, p.ReviewDue }).ToListAsync(ct);
        var placed = placements.Count == 0
            ? PlacedThere.Nobody
            : new PlacedThere(
                [.. placements.Select(p => p.BedType).Distinct().Order(StringComparer.Ordinal)],
                [.. placements.Select(p => p.OutOfAreaReason).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                placements.Min(p => p.ReviewDue));
        return await RevalidateHome.Run(save, council, home, new ValidationAct { Opens = placements.Count > 0, Placed = placed }, ct);
    }
}
