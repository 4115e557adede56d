namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A postal address. FHIR: Address with use = home.</summary>
public sealed class AddressInputGraph
{
    /// <summary>Address lines, at most 5 of at most 100 characters. FHIR: Address.line.</summary>
    public IReadOnlyList<string>? Line { get; init; }

    /// <summary>Town or city, at most 100 characters. FHIR: Address.city.</summary>
    public string? City { get; init; }

    /// <summary>Full postcode, for example "WA8 0AA". FHIR: Address.postalCode.</summary>
    public string? PostalCode { get; init; }
}
