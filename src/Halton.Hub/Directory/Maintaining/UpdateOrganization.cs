using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Says an organisation's whole entry again; its register numbers and the organisation it is a part of stay. Faults:
/// ORGANIZATION_NOT_FOUND, NOT_YOURS, ETAG_MISMATCH and those of its fields.
/// </summary>
public sealed class UpdateOrganization(DirectoryAccount account, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<EntryAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.OrganizationId, "organization_id");
        var etag = check.Text(request.Etag, "etag", 60);
        var said = OrganizationChecks.Check(check, request.Entry, id, call.Organization, clock.GetUtcNow().Kept());
        check.Settle();
        return account.Saves.Run(call, requestId, request, save => Change(save, call.Organization, said, etag, ct), answer => answer.Id, ct);
    }

    private static async Task<EntryAnswer> Change(Save save, string caller, Organization said, string etag, CancellationToken ct)
    {
        var keeper = await save.Db.Set<Organization>().Where(o => o.Id == said.Id).Select(o => o.MaintainedBy).SingleOrDefaultAsync(ct);
        if (keeper != caller)
        {
            throw keeper is null ? DirectoryFaults.OrganizationNotFound() : DirectoryFaults.NotYours();
        }

        var organization = (await save.Db.Set<Organization>().FromSql($"select * from directory.organization where id = {said.Id} for update").AsTracking().ToListAsync(ct)).Single();
        DirectoryFaults.Demand(etag, organization.Etag);
        (organization.Name, organization.Description, organization.Email) = (said.Name, said.Description, said.Email);
        (organization.Website, organization.Logo, organization.Uri) = (said.Website, said.Logo, said.Uri);
        organization.LastModified = save.Now;
        organization.Version++;
        return new EntryAnswer(organization.Id, organization.Etag);
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="OrganizationId">The organisation.</param>
    /// <param name="Entry">The whole entry.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string OrganizationId, OrganizationEntry Entry, string Etag);
}
