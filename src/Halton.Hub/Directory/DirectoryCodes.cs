namespace Halton.Hub.Directory;

/// <summary>The code systems that the directory uses.</summary>
public static class DirectoryCodes
{
    /// <summary>Languages, BCP 47 tags.</summary>
    public const string Language = "https://one-halton.example/fhir/CodeSystem/language";

    /// <summary>Features of places that help people with particular needs.</summary>
    public const string AccessibilityFeature = "https://one-halton.example/fhir/CodeSystem/accessibility-feature";

    /// <summary>Electoral wards of Halton.</summary>
    public const string Ward = "https://one-halton.example/fhir/CodeSystem/electoral-ward";

    /// <summary>How somebody was pointed to a service.</summary>
    public const string Channel = "https://one-halton.example/fhir/CodeSystem/signposting-channel";

    /// <summary>What became of it.</summary>
    public const string Outcome = "https://one-halton.example/fhir/CodeSystem/signposting-outcome";

    /// <summary>Why nothing was found.</summary>
    public const string UnmetReason = "https://one-halton.example/fhir/CodeSystem/unmet-need-reason";
}
