namespace Halton.Hub.Directory.OpenReferral;

/// <summary>An organisation as HSDS-UK 3.0 writes it.</summary>
public sealed record HsdsOrganization
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Official or public name.</summary>
    public string? Name { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Public web address.</summary>
    public string? Website { get; init; }

    /// <summary>Web address of a logo.</summary>
    public string? Logo { get; init; }

    /// <summary>Persistent identifier on the web.</summary>
    public string? Uri { get; init; }

    /// <summary>The organisation that it is a part of, a UUID.</summary>
    public string? ParentOrganizationId { get; init; }

    /// <summary>Numbers in official registers.</summary>
    public IReadOnlyList<HsdsOrganizationIdentifier>? OrganizationIdentifiers { get; init; }
}
