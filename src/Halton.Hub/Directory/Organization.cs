namespace Halton.Hub.Directory;

/// <summary>An organisation that provides services, as the public sees it. HSDS-UK: organization.</summary>
public sealed class Organization : INamed
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the partner organisation that keeps the entry; nobody else may change it.</summary>
    public required string MaintainedBy { get; set; }

    /// <summary>Official or public name.</summary>
    public required string Name { get; set; }

    /// <summary>What the organisation does, in a few sentences.</summary>
    public required string Description { get; set; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Public web address.</summary>
    public string? Website { get; set; }

    /// <summary>Web address of a logo.</summary>
    public string? Logo { get; set; }

    /// <summary>Persistent identifier on the web.</summary>
    public string? Uri { get; set; }

    /// <summary>The organisation that this one is a part of.</summary>
    public Guid? ParentOrganizationId { get; set; }

    /// <summary>When the entry last changed.</summary>
    public DateTimeOffset LastModified { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Tells one version of the entry from another.</summary>
    public string Etag => $"{Id:N}-{Version}";

    /// <summary>Numbers in official registers.</summary>
    public List<OrganizationIdentifier> Identifiers { get; set; } = [];
}
