namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A telephone number or e-mail address. FHIR: ContactPoint.</summary>
public sealed class ContactPointInputGraph
{
    /// <summary>"phone" or "email". FHIR: ContactPoint.system.</summary>
    public required string System { get; init; }

    /// <summary>The number or the address, at most 100 characters. FHIR: ContactPoint.value.</summary>
    public required string Value { get; init; }
}
