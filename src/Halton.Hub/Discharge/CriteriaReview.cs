namespace Halton.Hub.Discharge;

/// <summary>One review of the 11 criteria to reside, kept as an event. FHIR: Observation.</summary>
public sealed class CriteriaReview
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay reviewed.</summary>
    public required Guid StayId { get; init; }

    /// <summary>When the review took place.</summary>
    public required DateTimeOffset ReviewedAt { get; init; }

    /// <summary>Codes of the criteria that were met; none means that the person no longer met them.</summary>
    public required List<string> Criteria { get; init; }

    /// <summary>Role of who reviewed.</summary>
    public required string ReviewerRole { get; init; }

    /// <summary>Whether any criterion was met.</summary>
    public bool Meets => Criteria.Count > 0;
}
