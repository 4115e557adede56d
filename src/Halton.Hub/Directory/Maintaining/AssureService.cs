using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>Confirms that a service's entry is right today, without any other change. Faults: those of <see cref="ServiceForChange"/>.</summary>
public sealed class AssureService(ServiceForChange services, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ServiceAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var serviceId = check.Id(request.ServiceId, "service_id");
        var etag = check.Text(request.Etag, "etag", 60);
        check.Settle();
        return services.Run(call, requestId, request, serviceId, etag, DirectoryEvents.Assured, service => service.AssuredDate = clock.Today(), ct);
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="ServiceId">The service.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string ServiceId, string Etag);
}
