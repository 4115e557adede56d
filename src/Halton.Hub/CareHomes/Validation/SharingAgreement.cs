namespace Halton.Hub.CareHomes.Validation;

/// <summary>That a council and a host authority tell one another what they know of providers.</summary>
public sealed class SharingAgreement
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the council.</summary>
    public required string Council { get; init; }

    /// <summary>GSS code of the host authority.</summary>
    public required string HostAuthority { get; init; }

    /// <summary>The council's own reference.</summary>
    public required string Reference { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
