namespace Halton.Hub.Placement.Reservations;

/// <summary>
/// For whom a bed is held: the person's side of a hold of the care-home slice, with the same id. Until when it is held, and whether it still
/// is, the hold says, by the clock of the database. FHIR: Task.
/// </summary>
public sealed class BedReservation
{
    /// <summary>The hub's id, also of the hold.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>Code of the organisation of trusted assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Code of the council; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>Until when it can be extended at most.</summary>
    public required DateTimeOffset LongestUntil { get; set; }

    /// <summary>Why it was let go, a code of bed-release-reason.</summary>
    public string? ReleaseReason { get; set; }

    /// <summary>Whether the hold has ended; the database judges first whether it has.</summary>
    public bool Ended { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"b{Version}";

    /// <summary>Notes a change.</summary>
    internal void Changed(DateTimeOffset at) => (Version, ChangedAt) = (Version + 1, at);
}
