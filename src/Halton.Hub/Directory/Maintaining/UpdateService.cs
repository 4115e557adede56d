using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Says a service's whole entry again: what is left out is gone, status and confidentiality stay, and the entry is assured today. Faults:
/// those of <see cref="EntryChecks"/>, <see cref="EntryReferences"/> and <see cref="ServiceForChange"/>.
/// </summary>
public sealed class UpdateService(ServiceForChange services, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ServiceAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var serviceId = check.Id(request.ServiceId, "service_id");
        var etag = check.Text(request.Etag, "etag", 60);
        var said = EntryChecks.Check(check, codes, request.Entry, serviceId, call.Organization, false, clock.GetUtcNow().Kept());
        check.Settle();
        return services.Run(call, requestId, request, serviceId, etag, DirectoryEvents.Updated, Rule, ct);

        async Task Rule(Save save, Service service)
        {
            var references = new FieldChecks();
            await EntryReferences.Check(references, save.Db, said, request.Entry, ct);
            references.Settle();
            await ServiceParts.Load(save.Db, serviceId, ct);
            ServiceParts.Replace(service, said);
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="ServiceId">The service.</param>
    /// <param name="Entry">The whole entry.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string ServiceId, ServiceEntry Entry, string Etag);
}
