namespace Halton.Hub.CareHomes;

/// <summary>The code systems that the care-home slice uses.</summary>
public static class CareHomeCodes
{
    /// <summary>Kinds of bed.</summary>
    public const string BedType = Base + "bed-type";

    /// <summary>What a home can do beyond its kinds of bed.</summary>
    public const string Capability = Base + "care-home-capability";

    /// <summary>Why a home takes nobody in.</summary>
    public const string ClosureReason = Base + "closure-reason";

    /// <summary>CQC ratings, and what stands where there is none.</summary>
    public const string CqcRating = Base + "cqc-rating";

    /// <summary>PAMMS ratings.</summary>
    public const string PammsRating = Base + "pamms-rating";

    /// <summary>What a council imposes on a home.</summary>
    public const string SanctionKind = Base + "sanction-kind";

    /// <summary>Decisions of a provider validation.</summary>
    public const string ValidationDecision = Base + "validation-decision";

    /// <summary>The twelve checks of a provider validation.</summary>
    public const string ValidationCheck = Base + "validation-check";

    /// <summary>What a check found.</summary>
    public const string CheckOutcome = Base + "check-outcome";

    /// <summary>How a council buys places.</summary>
    public const string ContractRoute = Base + "contract-route";

    /// <summary>What a host authority said of a home.</summary>
    public const string HostConcern = Base + "host-concern";

    /// <summary>GSS codes of councils with the names that CQC uses.</summary>
    public const string LocalAuthority = Base + "local-authority";

    private const string Base = "https://one-halton.example/fhir/CodeSystem/";
}
