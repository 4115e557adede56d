namespace Halton.Hub.Discharge;

/// <summary>The code systems that discharges use, and the few codes that rules name.</summary>
public static class DischargeCodes
{
    /// <summary>P0 to P3.</summary>
    public const string Pathway = "https://one-halton.example/fhir/CodeSystem/discharge-pathway";

    /// <summary>Criteria to reside 01 to 11.</summary>
    public const string Criterion = "https://one-halton.example/fhir/CodeSystem/ctr-criterion";

    /// <summary>Withdrawal reasons 01 to 13.</summary>
    public const string CancelReason = "https://one-halton.example/fhir/CodeSystem/referral-cancel-reason";

    /// <summary>How a discharge came about.</summary>
    public const string DischargeMethod = "https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeMethodEngland";

    /// <summary>Where a person went.</summary>
    public const string DischargeDestination = "https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeDestinationEngland";

    /// <summary>How an admission came about.</summary>
    public const string AdmissionMethod = "https://fhir.hl7.org.uk/CodeSystem/UKCore-AdmissionMethodEngland";

    /// <summary>Where a person came from.</summary>
    public const string AdmitSource = "https://fhir.hl7.org.uk/CodeSystem/UKCore-SourceOfAdmissionEngland";

    /// <summary>Why somebody who is ready is still in hospital; each code with family, owner, and the pathway that it belongs to.</summary>
    public const string DelayReason = "https://one-halton.example/fhir/CodeSystem/delay-reason";

    /// <summary>Discharge method: on clinical advice or with clinical consent.</summary>
    public const string OnClinicalAdvice = "1";

    /// <summary>Cancel reason: the person died.</summary>
    public const string CancelDied = "08";

    /// <summary>Cancel reason that needs words.</summary>
    public const string CancelOther = "13";

    /// <summary>Destinations that fit a pathway; others are warned about. Source: domain rules on dischargeDisposition.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> FittingDestinations { get; } = new Dictionary<string, IReadOnlySet<string>>
    {
        ["P0"] = new HashSet<string> { "19", "29", "54", "65", "85" },
        ["P1"] = new HashSet<string> { "19", "29", "54", "65", "85" },
        ["P2"] = new HashSet<string> { "51", "54", "65", "85", "87", "88" },
        ["P3"] = new HashSet<string> { "54", "65", "85" },
    };
}
