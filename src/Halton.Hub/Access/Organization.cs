namespace Halton.Hub.Access;

/// <summary>An organisation that partners act for. FHIR: Organization.</summary>
public sealed class Organization
{
    /// <summary>ODS code, GSS code of a council, or the hub's own code for those that have neither. Upper-case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>The name today.</summary>
    public required string Name { get; set; }

    /// <summary>What it is to the hub.</summary>
    public required OrganizationKind Kind { get; init; }

    /// <summary>GSS code of the area that a council is responsible for.</summary>
    public string? LocalAuthority { get; init; }
}
