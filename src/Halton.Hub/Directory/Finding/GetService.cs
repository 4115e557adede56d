namespace Halton.Hub.Directory.Finding;

/// <summary>Reads one service. Fault: SERVICE_NOT_FOUND.</summary>
public sealed class GetService(DirectoryParts parts)
{
    /// <summary>Answers with the service, whatever its status.</summary>
    /// <param name="serviceId">A UUID.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Service> Run(string serviceId, CancellationToken ct)
    {
        var id = DirectoryId.Of(serviceId, "service_id");
        return (await parts.Services([id], ct)).GetValueOrDefault(id) ?? throw DirectoryId.NotFound("SERVICE_NOT_FOUND", "service");
    }
}
