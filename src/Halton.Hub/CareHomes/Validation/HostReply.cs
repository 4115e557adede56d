namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// One contact of a placing council with a host authority about a home, and what came back: whether there is something, never a case.
/// Source: ADASS out-of-area safeguarding arrangements; SCIE guide 56.
/// </summary>
public sealed class HostReply
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>Code of the placing council, whose knowledge this is.</summary>
    public required string Council { get; init; }

    /// <summary>Day on which the host authority was told and asked.</summary>
    public required DateOnly ContactedOn { get; init; }

    /// <summary>Day of its answer; null while it has not answered.</summary>
    public DateOnly? RepliedOn { get; init; }

    /// <summary>Whether it acknowledged that people are, or will be, placed there.</summary>
    public required bool Acknowledged { get; init; }

    /// <summary>A code of host-concern; null while it has not answered.</summary>
    public string? Concerns { get; init; }

    /// <summary>Whether it has suspended placements with the home.</summary>
    public bool PlacementsSuspended { get; init; }

    /// <summary>Whether safeguarding enquiries (Care Act section 42) that concern the provider are open.</summary>
    public bool OpenEnquiries { get; init; }

    /// <summary>Whether its provider-failure process is under way.</summary>
    public bool ProviderFailure { get; init; }

    /// <summary>The host's own reference, at most 60 characters, never a name.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
