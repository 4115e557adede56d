namespace Halton.Hub.Discharge;

/// <summary>One decision on the discharge pathway, kept in the history. FHIR: ServiceRequest.</summary>
public sealed class PathwayDecision
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay decided on.</summary>
    public required Guid StayId { get; init; }

    /// <summary>P0 to P3.</summary>
    public required string Pathway { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Role of who decided.</summary>
    public required string DecidedByRole { get; init; }

    /// <summary>Whether the care transfer hub had the referral.</summary>
    public required bool CareTransferHubReferred { get; init; }
}
