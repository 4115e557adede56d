namespace Halton.Hub.Transport.Fhir;

/// <summary>The names that resources of every slice share: identifier systems and tags.</summary>
public static class FhirNames
{
    /// <summary>Where the hub's own definitions live.</summary>
    public const string Own = "https://one-halton.example/fhir/";

    /// <summary>Ten digits. Source: NHS England.</summary>
    public const string NhsNumber = "https://fhir.nhs.uk/Id/nhs-number";

    /// <summary>ODS code of an organisation. Source: NHS England.</summary>
    public const string OdsOrganization = "https://fhir.nhs.uk/Id/ods-organization-code";

    /// <summary>ODS code of a site. Source: NHS England.</summary>
    public const string OdsSite = "https://fhir.nhs.uk/Id/ods-site-code";

    /// <summary>The code by which the hub knows an organisation that partners act for: ODS code, GSS code of a council, or the hub's own.</summary>
    public const string Organization = Own + "identifier/organization";

    /// <summary>CQC location id of a care home.</summary>
    public const string CqcLocation = Own + "identifier/cqc-location";

    /// <summary>Where UK Core's extensions are defined.</summary>
    public const string UkCoreExtension = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";

    /// <summary>A trust's number of a spell in hospital; unique in that trust.</summary>
    public const string Spell = Own + "identifier/spell";

    /// <summary>A journey: referrals that go on from one another.</summary>
    public const string Journey = Own + "identifier/journey";

    /// <summary>A service that people can be referred to.</summary>
    public const string CareService = Own + "identifier/care-service";

    /// <summary>A council's own reference of a person's case; unique in that council.</summary>
    public const string CaseReference = Own + "identifier/case-reference";

    /// <summary>What a task is about.</summary>
    public const string TaskKind = Own + "CodeSystem/task-kind";

    /// <summary>What a task is given to go by, or leads to.</summary>
    public const string TaskInput = Own + "CodeSystem/task-input";

    /// <summary>Currency codes. Source: ISO 4217.</summary>
    public const string Currency = "urn:iso:std:iso:4217";
}
