namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A person's name. FHIR: HumanName with use = official.</summary>
/// <param name="family">Family name.</param>
/// <param name="given">Given names.</param>
public sealed class HumanNameGraph(string family, IReadOnlyList<string> given)
{
    /// <summary>Family name. FHIR: HumanName.family.</summary>
    public string Family { get; } = family;

    /// <summary>Given names in order. FHIR: HumanName.given.</summary>
    public IReadOnlyList<string> Given { get; } = given;
}
