namespace Halton.Hub.Placement;

/// <summary>The code systems that the placement slice uses.</summary>
public static class PlacementCodes
{
    /// <summary>Why a person lives outside the borough.</summary>
    public const string OutOfAreaReason = "https://one-halton.example/fhir/CodeSystem/out-of-area-reason";

    /// <summary>Why a placement ended.</summary>
    public const string EndReason = "https://one-halton.example/fhir/CodeSystem/placement-end-reason";

    /// <summary>What a home must look out for.</summary>
    public const string AssessmentRisk = "https://one-halton.example/fhir/CodeSystem/assessment-risk";

    /// <summary>Whether a person may bring an infection along.</summary>
    public const string InfectionStatus = "https://one-halton.example/fhir/CodeSystem/infection-status";

    /// <summary>Whose place a wished location is.</summary>
    public const string NearWhom = "https://one-halton.example/fhir/CodeSystem/near-whom";

    /// <summary>Who pays.</summary>
    public const string Funding = "https://one-halton.example/fhir/CodeSystem/placement-funding";

    /// <summary>Who agreed.</summary>
    public const string ConsentBasis = "https://one-halton.example/fhir/CodeSystem/consent-basis";

    /// <summary>Whether the person can decide.</summary>
    public const string DecisionCapacity = "https://one-halton.example/fhir/CodeSystem/decision-capacity";

    /// <summary>Why a home disputes an assessment.</summary>
    public const string DisputeReason = "https://one-halton.example/fhir/CodeSystem/offer-dispute-reason";

    /// <summary>Why an offer was withdrawn.</summary>
    public const string WithdrawReason = "https://one-halton.example/fhir/CodeSystem/offer-withdraw-reason";

    /// <summary>Why a held bed was let go.</summary>
    public const string ReleaseReason = "https://one-halton.example/fhir/CodeSystem/bed-release-reason";

    /// <summary>Why a home declines: the codes of the NHS Booking and Referral Standard.</summary>
    public const string DeclineReason = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons";
}
