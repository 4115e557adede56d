namespace Halton.Hub.Placement;

/// <summary>The code systems that the placement slice uses.</summary>
public static class PlacementCodes
{
    /// <summary>Why a person lives outside the borough.</summary>
    public const string OutOfAreaReason = "https://one-halton.example/fhir/CodeSystem/out-of-area-reason";

    /// <summary>Why a placement ended.</summary>
    public const string EndReason = "https://one-halton.example/fhir/CodeSystem/placement-end-reason";
}
