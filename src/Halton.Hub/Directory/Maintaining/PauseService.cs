using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Pauses a service, or says anew how long its pause lasts: it shows as temporarily closed. A reason takes the place of the entry's alert.
/// Faults: NOT_IN_THE_FUTURE and those of <see cref="ServiceForChange"/>.
/// </summary>
public sealed class PauseService(ServiceForChange services, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ServiceAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var serviceId = check.Id(request.ServiceId, "service_id");
        var etag = check.Text(request.Etag, "etag", 60);
        var reason = check.Words(request.Reason, "reason", 1000);
        var until = check.OptionalDay(request.Until, "until");
        check.That(until is null || until > clock.Today(), "until", "NOT_IN_THE_FUTURE", "The day on which it is back lies in the future.");
        check.Settle();
        return services.Run(call, requestId, request, serviceId, etag, DirectoryEvents.Paused, Rule, ct);

        void Rule(Service service)
        {
            service.Status = ServiceStatus.TemporarilyClosed;
            service.PausedUntil = until;
            service.Alert = reason ?? service.Alert;
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="ServiceId">The service.</param>
    /// <param name="Reason">Public words, up to 1,000 characters.</param>
    /// <param name="Until">The day on which it means to be back, YYYY-MM-DD; left out when nobody knows.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string ServiceId, string? Reason, string? Until, string Etag);
}
