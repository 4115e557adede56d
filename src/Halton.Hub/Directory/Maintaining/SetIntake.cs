using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>Says whether a service takes people now. Faults: CODE_UNKNOWN and those of <see cref="ServiceForChange"/>.</summary>
public sealed class SetIntake(ServiceForChange services)
{
    /// <summary>Runs it once.</summary>
    public Task<ServiceAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var serviceId = check.Id(request.ServiceId, "service_id");
        var etag = check.Text(request.Etag, "etag", 60);
        check.That(ServiceIntake.All.Contains(request.Intake), "intake", "CODE_UNKNOWN", "One of open, waiting_list, full.");
        check.Settle();
        return services.Run(call, requestId, request, serviceId, etag, DirectoryEvents.Updated, service => service.Intake = request.Intake, ct);
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="ServiceId">The service.</param>
    /// <param name="Intake">open, waiting_list or full.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string ServiceId, string Intake, string Etag);
}
