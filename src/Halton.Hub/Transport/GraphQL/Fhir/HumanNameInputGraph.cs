namespace Halton.Hub.Transport.GraphQL.Fhir;

/// <summary>A person's name. FHIR: HumanName with use = official.</summary>
public sealed class HumanNameInputGraph
{
    /// <summary>Family name, at most 100 characters. FHIR: HumanName.family.</summary>
    public required string Family { get; init; }

    /// <summary>Given names in order, from 1 to 5 of at most 100 characters. FHIR: HumanName.given.</summary>
    public required IReadOnlyList<string> Given { get; init; }
}
