namespace Halton.Hub.Directory;

/// <summary>A place's address. HSDS-UK: address.</summary>
public sealed class Address
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The place.</summary>
    public Guid LocationId { get; set; }

    /// <summary>The desk or department that post is for; never a person.</summary>
    public string? Attention { get; set; }

    /// <summary>Building and street.</summary>
    public required string Address1 { get; set; }

    /// <summary>Town.</summary>
    public required string City { get; set; }

    /// <summary>Part of the town.</summary>
    public string? Region { get; set; }

    /// <summary>County.</summary>
    public required string StateProvince { get; set; }

    /// <summary>Postcode.</summary>
    public required string PostalCode { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Country { get; set; }

    /// <summary>physical, postal or virtual.</summary>
    public required string AddressType { get; set; }
}
