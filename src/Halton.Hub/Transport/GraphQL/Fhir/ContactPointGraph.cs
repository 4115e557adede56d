namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A telephone number or e-mail address. FHIR: ContactPoint.</summary>
/// <param name="system">Which of the two.</param>
/// <param name="value">The number or the address.</param>
public sealed class ContactPointGraph(string system, string value)
{
    /// <summary>"phone" or "email". FHIR: ContactPoint.system.</summary>
    public string System { get; } = system;

    /// <summary>The number or the address. FHIR: ContactPoint.value.</summary>
    public string Value { get; } = value;
}
