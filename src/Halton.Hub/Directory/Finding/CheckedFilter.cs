namespace Halton.Hub.Directory.Finding;

/// <summary>A filter whose every field was found right, in the types of the database.</summary>
internal sealed record CheckedFilter
{
    public required ServiceOrder Order { get; init; }

    public required DateOnly Today { get; init; }

    public string? Words { get; init; }

    public IReadOnlyList<Guid> TermIds { get; init; } = [];

    public int? Age { get; init; }

    public decimal? MaximumCost { get; init; }

    /// <summary>Days of which one must fit; empty when no day was asked for.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    public TimeOnly From { get; init; }

    public TimeOnly Until { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public double WithinMetres { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Accessibility { get; init; } = [];

    public Guid? OrganizationId { get; init; }

    public string? MaintainedBy { get; init; }

    public bool Accepting { get; init; }

    public bool IncludeClosed { get; init; }
}
