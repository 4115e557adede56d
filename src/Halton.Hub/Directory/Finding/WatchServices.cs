using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Finding;

/// <summary>Follows changes to services, exactly once and in commit order.</summary>
public sealed class WatchServices(DirectoryAccount account)
{
    /// <summary>Follows from a token, or from now.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="serviceIds">Only these services; none means all.</param>
    /// <param name="organizationId">Only services of this organisation.</param>
    /// <param name="resumeToken">Where to go on; null for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public IAsyncEnumerable<WatchItem> Run(Call call, IReadOnlyList<string> serviceIds, string? organizationId, string? resumeToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        check.That(serviceIds.Count <= 100, "service_ids", "TOO_MANY", "At most 100.");
        var services = serviceIds.Take(100).Select((id, i) => check.Id(id, $"service_ids[{i}]")).Order().ToHashSet();
        Guid? organization = organizationId is null ? null : check.Id(organizationId, "organization_id");
        check.Settle();
        return account.Watch.Follow(
            call,
            DirectoryEvents.OfServices,
            $"services\n{string.Join(' ', services)}\n{organization}",
            e => e.Payload is ServiceChange change && (services.Count == 0 || services.Contains(change.ServiceId)) && (organization is null || change.OrganizationId == organization),
            resumeToken,
            ct);
    }
}
