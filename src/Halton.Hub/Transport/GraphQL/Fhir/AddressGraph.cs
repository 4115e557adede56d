namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A postal address. FHIR: Address with use = home.</summary>
/// <param name="line">Address lines.</param>
/// <param name="city">Town or city.</param>
/// <param name="postalCode">Full postcode.</param>
public sealed class AddressGraph(IReadOnlyList<string> line, string? city, string? postalCode)
{
    /// <summary>Address lines. FHIR: Address.line.</summary>
    public IReadOnlyList<string> Line { get; } = line;

    /// <summary>Town or city. FHIR: Address.city.</summary>
    public string? City { get; } = city;

    /// <summary>Full postcode. FHIR: Address.postalCode.</summary>
    public string? PostalCode { get; } = postalCode;
}
