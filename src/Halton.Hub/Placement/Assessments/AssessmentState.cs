namespace Halton.Hub.Placement.Assessments;

/// <summary>An assessment as calls and events tell it.</summary>
public sealed record AssessmentState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which version this is.</summary>
    public required int Version { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>Ten digits; null when the trust has none.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>Code of the council; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the organisation of trusted assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>What was found.</summary>
    public required AssessmentContent Content { get; init; }

    /// <summary>Moment of the assessment.</summary>
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>Until when it can be offered on.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>A code of offer-dispute-reason; null when no home disputes it.</summary>
    public string? DisputeReason { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Demands that somebody can be placed on it at a moment. Faults: ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE.</summary>
    internal void DemandUsable(DateTimeOffset now) => AssessmentUse.Demand(DisputeReason, ValidUntil, now);

    /// <summary>An assessment as it stands.</summary>
    internal static AssessmentState Of(Assessment a) => new()
    {
        Id = a.Id,
        Version = a.Version,
        StayId = a.StayId,
        NhsNumber = a.NhsNumber,
        Trust = a.Trust,
        Council = a.Council,
        Assessor = a.Assessor,
        Content = a.Content,
        AssessedAt = a.AssessedAt,
        ValidUntil = a.ValidUntil,
        DisputeReason = a.DisputeReason,
        Etag = a.Etag,
        ChangedAt = a.ChangedAt,
    };
}
