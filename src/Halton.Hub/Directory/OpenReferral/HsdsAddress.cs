using System.Text.Json.Serialization;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A place's address.</summary>
public sealed record HsdsAddress
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The desk that post is for.</summary>
    public string? Attention { get; init; }

    /// <summary>Building and street.</summary>
    [JsonPropertyName("address_1")]
    public string? Address1 { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Part of the town.</summary>
    public string? Region { get; init; }

    /// <summary>County.</summary>
    public string? StateProvince { get; init; }

    /// <summary>Postcode.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string? Country { get; init; }

    /// <summary>physical, postal or virtual.</summary>
    public string? AddressType { get; init; }
}
