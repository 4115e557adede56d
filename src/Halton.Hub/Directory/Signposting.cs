namespace Halton.Hub.Directory;

/// <summary>
/// That somebody was pointed to a service for a need, or that nothing was found. It names no person, and nothing in it may lead to one.
/// </summary>
public sealed class Signposting
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the organisation that pointed.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The need, a term of the directory's taxonomies.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>The service; null when nothing was found.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>Code of the organisation that keeps the service's entry; it may tell the outcome too.</summary>
    public string? ServiceMaintainedBy { get; init; }

    /// <summary>Why nothing was found: none, full, too_far, not_eligible, not_open or too_costly; null when a service was named.</summary>
    public string? UnmetReason { get; init; }

    /// <summary>How: in_person, telephone, video, online or letter.</summary>
    public required string Channel { get; init; }

    /// <summary>Code of the electoral ward where help was asked for.</summary>
    public string? Ward { get; init; }

    /// <summary>The day by which word of what became of it is due.</summary>
    public DateOnly? OutcomeDue { get; init; }

    /// <summary>A note without anything that could lead to a person.</summary>
    public string? Note { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>What became of it: attended, helped, waiting, declined, not_suitable, not_reached or unknown; null until told.</summary>
    public string? Outcome { get; set; }

    /// <summary>When the outcome was told.</summary>
    public DateTimeOffset? OutcomeAt { get; set; }

    /// <summary>Code of the organisation that told it.</summary>
    public string? OutcomeBy { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"{Id:N}-{Version}";
}
