using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Says what an entry would come to, and saves nothing: every field fault that taking it up or changing it would give, what could be
/// better, and what would change. Faults: SERVICE_NOT_FOUND, NOT_YOURS, SERVICE_RETIRED; wrong fields are part of the answer.
/// </summary>
public sealed class PreviewService(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Answers it.</summary>
    public Task<ServicePreview> Run(Call call, Request request, CancellationToken ct)
    {
        var known = new FieldChecks();
        Guid? serviceId = string.IsNullOrEmpty(request.ServiceId) ? null : known.Id(request.ServiceId, "service_id");
        known.Settle();
        return account.Read(db => Look(db, call.Organization, serviceId, request.Entry, ct), ct);
    }

    private async Task<ServicePreview> Look(HubDb db, string organization, Guid? serviceId, ServiceEntry entry, CancellationToken ct)
    {
        Service? now = null;
        if (serviceId is { } id)
        {
            await ServiceForChange.Demand(db, organization, id, ct);
            now = await ServiceParts.Load(db, id, ct);
        }

        var check = new FieldChecks();
        var moment = clock.GetUtcNow().Kept();
        var said = EntryChecks.Check(check, codes, entry, now?.Id ?? Guid.CreateVersion7(moment), organization, now?.Confidential ?? false, moment);
        await EntryReferences.Check(check, db, said, entry, ct);
        var names = await EntryWording.Names(db, now is null ? [said] : [now, said], ct);
        return new ServicePreview(
            [.. check.Faults.Select(f => new PreviewIssue(PreviewIssue.Error, f.Field, f.Reason, f.Message)), .. EntryAdvice.Of(said, now, LondonTime.Day(moment))],
            EntryWording.Changes(now, said, names));
    }

    /// <summary>The request.</summary>
    /// <param name="ServiceId">The service that the entry would change; null for a new one.</param>
    /// <param name="Entry">The whole entry.</param>
    public sealed record Request(string? ServiceId, ServiceEntry Entry);
}
