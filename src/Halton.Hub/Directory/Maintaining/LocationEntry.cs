namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a maintainer says about a place where services are given: the whole of its entry. HSDS-UK: location.</summary>
public sealed record LocationEntry
{
    /// <summary>The organisation that keeps it; one that the caller keeps.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>physical, postal or virtual.</summary>
    public string? LocationType { get; init; }

    /// <summary>Name of the place, 1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How it is found and what it is like, up to 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Degrees north, WGS 84; with longitude, or neither. Left out, it is taken from the postcode.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Building and street, 1 to 200 characters; an address is needed unless the place is virtual.</summary>
    public string? Address1 { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>County.</summary>
    public string? StateProvince { get; init; }

    /// <summary>Postcode of the place.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Features that help people with particular needs, codes such as step_free; at most 20.</summary>
    public IReadOnlyList<string> Accessibility { get; init; } = [];
}
