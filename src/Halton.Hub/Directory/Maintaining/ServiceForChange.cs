using Halton.Hub.Access;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Changes a service's entry: loads it for its maintainer, locked, lets one rule run, counts the version and tells of it. Faults:
/// SERVICE_NOT_FOUND, NOT_YOURS, SERVICE_RETIRED, ETAG_MISMATCH.
/// </summary>
public sealed class ServiceForChange(DirectoryAccount account)
{
    /// <summary>Runs a change of one service.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's id of the request.</param>
    /// <param name="request">The checked request.</param>
    /// <param name="serviceId">The service.</param>
    /// <param name="etag">The etag that the caller saw.</param>
    /// <param name="kind">The event that tells of it.</param>
    /// <param name="rule">Changes the service or throws a fault.</param>
    /// <param name="ct">Ends it early.</param>
    internal Task<ServiceAnswer> Run<TRequest>(
        Call call, Guid requestId, TRequest request, Guid serviceId, string etag, string kind, Func<Save, Service, Task> rule, CancellationToken ct) =>
        account.Saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var service = await Load(save.Db, call.Organization, serviceId, ct);
                DirectoryFaults.Demand(etag, service.Etag);
                await rule(save, service);
                service.Version++;
                service.LastModified = save.Now;
                save.Tell(kind, service);
                return ServiceAnswer.Of(service);
            },
            answer => answer.Id,
            ct);

    /// <summary>Runs a change that needs nothing but the service itself.</summary>
    internal Task<ServiceAnswer> Run<TRequest>(
        Call call, Guid requestId, TRequest request, Guid serviceId, string etag, string kind, Action<Service> rule, CancellationToken ct)
    {
        return Run(call, requestId, request, serviceId, etag, kind, Alone, ct);

        Task Alone(Save save, Service service)
        {
            rule(service);
            return Task.CompletedTask;
        }
    }

    /// <summary>Refuses unless the caller keeps the entry and the service has not ended.</summary>
    internal static async Task Demand(HubDb db, string organization, Guid id, CancellationToken ct)
    {
        var entry = await db.Set<Service>().Where(s => s.Id == id).Select(s => new { s.MaintainedBy, s.Status }).SingleOrDefaultAsync(ct) ?? throw DirectoryFaults.ServiceNotFound();
        if (entry.MaintainedBy != organization)
        {
            throw DirectoryFaults.NotYours();
        }

        if (entry.Status == ServiceStatus.Defunct)
        {
            throw DirectoryFaults.ServiceRetired();
        }
    }

    private static async Task<Service> Load(HubDb db, string organization, Guid id, CancellationToken ct)
    {
        await Demand(db, organization, id, ct);
        var service = await db.Set<Service>().FromSql($"select * from directory.service where id = {id} for update").AsTracking().ToListAsync(ct);
        // What another change has just ended, this one finds ended.
        return service is [{ Status: not ServiceStatus.Defunct } one] ? one : throw DirectoryFaults.ServiceRetired();
    }
}
