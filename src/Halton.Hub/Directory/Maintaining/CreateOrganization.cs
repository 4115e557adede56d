using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>Takes an organisation up into the directory; the caller keeps its entry from now on. Faults: those of its fields.</summary>
public sealed class CreateOrganization(DirectoryAccount account, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<EntryAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var now = clock.GetUtcNow().Kept();
        var organization = OrganizationChecks.Check(check, request.Entry, Guid.CreateVersion7(now), call.Organization, now);
        check.Settle();
        return account.Saves.Run(call, requestId, request, Open, answer => answer.Id, ct);

        Task<EntryAnswer> Open(Save save)
        {
            save.Db.Add(organization);
            return Task.FromResult(new EntryAnswer(organization.Id, organization.Etag));
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="Entry">What the organisation is.</param>
    public sealed record Request(string RequestId, OrganizationEntry Entry);
}
