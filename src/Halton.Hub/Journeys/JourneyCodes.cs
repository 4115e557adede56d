namespace Halton.Hub.Journeys;

/// <summary>The code systems that journeys are told in.</summary>
internal static class JourneyCodes
{
    /// <summary>What happened.</summary>
    public const string Step = "https://one-halton.example/fhir/CodeSystem/journey-step";

    /// <summary>What has to happen next.</summary>
    public const string NextAction = "https://one-halton.example/fhir/CodeSystem/journey-next-action";
}
