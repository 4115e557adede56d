namespace Halton.Hub.Directory;

/// <summary>An organisation's number in an official register. HSDS-UK: organization_identifier.</summary>
public sealed class OrganizationIdentifier
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public Guid OrganizationId { get; set; }

    /// <summary>Code of the register at org-id.guide, for example GB-CHC.</summary>
    public string? IdentifierScheme { get; set; }

    /// <summary>The register, in words.</summary>
    public required string IdentifierType { get; set; }

    /// <summary>The number.</summary>
    public required string Identifier { get; set; }
}
