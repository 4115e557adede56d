namespace Halton.Hub.Directory.Finding;

/// <summary>Reads one organisation. Fault: ORGANIZATION_NOT_FOUND.</summary>
public sealed class GetOrganization(DirectoryParts parts)
{
    /// <summary>Answers with the organisation.</summary>
    /// <param name="organizationId">A UUID.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Organization> Run(string organizationId, CancellationToken ct)
    {
        var id = DirectoryId.Of(organizationId, "organization_id");
        return (await parts.Organizations([id], ct)).GetValueOrDefault(id) ?? throw DirectoryId.NotFound("ORGANIZATION_NOT_FOUND", "organisation");
    }
}
