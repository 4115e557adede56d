using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>Whether a home lies in a council's own area. One whose area is not known lies outside: it is better validated once too often.</summary>
internal static class Borough
{
    /// <summary>GSS code of the council's area.</summary>
    public static Task<string?> Area(this HubDb db, string council, CancellationToken ct) =>
        db.Organizations.Where(o => o.Code == council).Select(o => o.LocalAuthority).SingleOrDefaultAsync(ct);

    /// <summary>Whether the home lies outside an area.</summary>
    public static bool LiesOutside(this CareHome home, string? area) => home.LocalAuthority is null || home.LocalAuthority != area;
}
