namespace Halton.Hub.CareHomes.Validation;

/// <summary>A council's contract with a home. FHIR: Contract.</summary>
public sealed class Contract
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>Code of the council.</summary>
    public required string Council { get; init; }

    /// <summary>A code of contract-route.</summary>
    public required string Route { get; init; }

    /// <summary>The council's own reference.</summary>
    public required string Reference { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Last day of the provider's insurance, as shown to the council.</summary>
    public DateOnly? InsuredUntil { get; init; }

    /// <summary>When it was recorded; of two on one day the later counts.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
