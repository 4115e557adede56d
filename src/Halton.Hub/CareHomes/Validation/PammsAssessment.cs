namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// A quality assessment of a home by a council: five domains and sixteen standards, each excellent, good, requires-improvement, poor or
/// not-assessed. Source: PAMMS as councils publish it.
/// </summary>
public sealed class PammsAssessment
{
    /// <summary>How many domains there are.</summary>
    public const int DomainCount = 5;

    /// <summary>How many standards there are.</summary>
    public const int StandardCount = 16;

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>GSS code of the council that assessed.</summary>
    public required string Authority { get; init; }

    /// <summary>Code of the organisation whose program recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Day of the assessment.</summary>
    public required DateOnly AssessedOn { get; init; }

    /// <summary>The rating as a whole, a code of pamms-rating.</summary>
    public required string Overall { get; init; }

    /// <summary>
    /// Ratings of the five domains in order: involvement and information, personalised care and support, safeguarding and safety, suitability
    /// of staffing, quality of management.
    /// </summary>
    public required List<string> Domains { get; init; }

    /// <summary>Ratings of the sixteen standards in their order.</summary>
    public required List<string> Standards { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
