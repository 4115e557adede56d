using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a place's entry refers to: its organisation, and where its postcode lies.</summary>
internal static class LocationReferences
{
    /// <summary>
    /// Fills in the coordinates of the postcode, of its sector or of its outward code, whichever is the closest known, where none were
    /// given. Faults on the fields: ORGANIZATION_UNKNOWN, POSTCODE_UNKNOWN.
    /// </summary>
    public static async Task Settle(HubDb db, Location said, string maintainer, CancellationToken ct)
    {
        var check = new FieldChecks();
        await EntryReferences.Organization(check, db, said.OrganizationId, maintainer, ct);
        if (said is { Latitude: null, LocationType: not "virtual", Addresses: [var address] })
        {
            var area = await Nearest(db, address.PostalCode, ct);
            check.That(area is not null, "postal_code", "POSTCODE_UNKNOWN", "The hub does not know this postcode. Give latitude and longitude too.");
            (said.Latitude, said.Longitude) = (area?.Latitude, area?.Longitude);
        }

        check.Settle();
    }

    private static Task<PostcodeArea?> Nearest(HubDb db, string postcode, CancellationToken ct)
    {
        string[] areas = [postcode.Replace(" ", "", StringComparison.Ordinal), postcode[..^2], postcode[..^4]];
        return db.Set<PostcodeArea>().AsNoTracking().Where(a => areas.Contains(a.Area)).OrderByDescending(a => a.Area.Length).FirstOrDefaultAsync(ct);
    }
}
