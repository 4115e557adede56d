namespace Halton.Hub.Insight;

/// <summary>The code systems of the slice, and the codes that its rules name.</summary>
internal static class KpiCodes
{
    /// <summary>What the indicators are called and mean.</summary>
    public const string Kpi = "https://one-halton.example/fhir/CodeSystem/kpi";

    /// <summary>Groups of an indicator that no other list has.</summary>
    public const string Group = "https://one-halton.example/fhir/CodeSystem/kpi-group";

    /// <summary>The system of ODS codes.</summary>
    public const string OdsCode = "https://fhir.nhs.uk/Id/ods-organization-code";

    /// <summary>Services of intermediate care, as rows of the hub.</summary>
    public const string CareService = "https://one-halton.example/fhir/NamingSystem/care-service";

    /// <summary>Terms of the directory's taxonomies, by the hub's ids.</summary>
    public const string DirectoryTerm = "https://one-halton.example/fhir/NamingSystem/directory-term";

    /// <summary>The group of what says nothing of its own.</summary>
    public const string NoneRecorded = "none-recorded";

    /// <summary>The property of an indicator's code that says what it counts.</summary>
    public const string Definition = "definition";
}
