using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>How a request names a home: by the hub's id or by CQC location id.</summary>
internal static class HomeReference
{
    private const int Longest = 60;

    /// <summary>Checks that a home is named.</summary>
    public static string Check(FieldChecks check, string? reference, string field = "care_home") => check.Text(reference, field, Longest);

    /// <summary>The homes of a set that the reference names: one or none.</summary>
    public static IQueryable<CareHome> Named(this IQueryable<CareHome> homes, string reference) =>
        Guid.TryParseExact(reference, "D", out var id) ? homes.Where(h => h.Id == id) : homes.Where(h => h.LocationId == reference);

    /// <summary>Loads the home that is named, without its parts. Fault: CARE_HOME_NOT_FOUND.</summary>
    public static async Task<CareHome> Home(this HubDb db, string reference, CancellationToken ct) =>
        await db.Set<CareHome>().Named(reference).SingleOrDefaultAsync(ct) ?? throw CareHomeFaults.HomeNotFound();
}
