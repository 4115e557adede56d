using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>Lists the places that the caller keeps, by name; those of others are seen with their services. Faults: CURSOR_INVALID, FIRST_OUT_OF_RANGE.</summary>
public sealed class ListLocations(NamePages pages)
{
    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="organizationId">Only places of this organisation.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">A cursor, or null for the beginning.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<NamePage<Location>> Run(Call call, string? organizationId, int first, string? after, CancellationToken ct)
    {
        var check = new FieldChecks();
        Guid? organization = organizationId is null ? null : check.Id(organizationId, "organization_id");
        check.Settle();
        return pages.Run(
            call,
            $"locations {organization}",
            db => db.Set<Location>().Where(l => (organization == null || l.OrganizationId == organization)
                && db.Set<Organization>().Any(o => o.Id == l.OrganizationId && o.MaintainedBy == call.Organization)),
            first,
            after,
            ct);
    }
}
