namespace Halton.Hub.Directory.OpenReferral;

/// <summary>An organisation's number in an official register.</summary>
public sealed record HsdsOrganizationIdentifier
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Code of the register at org-id.guide.</summary>
    public string? IdentifierScheme { get; init; }

    /// <summary>The register, in words.</summary>
    public string? IdentifierType { get; init; }

    /// <summary>The number.</summary>
    public string? Identifier { get; init; }
}
