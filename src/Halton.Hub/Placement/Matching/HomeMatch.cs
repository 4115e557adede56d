namespace Halton.Hub.Placement.Matching;

/// <summary>A home that fits, and why it stands where it stands.</summary>
public sealed record HomeMatch
{
    /// <summary>From 1.</summary>
    public required int Rank { get; init; }

    /// <summary>The hub's id.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string HomeName { get; init; }

    /// <summary>Beds of the kind that can be had.</summary>
    public required int Available { get; init; }

    /// <summary>The moment that this number is true of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Metres from the wished location.</summary>
    public int? DistanceMetres { get; init; }

    /// <summary>Whether the home lies outside the council's area.</summary>
    public required bool OutOfBorough { get; init; }

    /// <summary>What a week costs, in pence; null when the home does not say.</summary>
    public long? WeeklyPricePence { get; init; }

    /// <summary>The sum of the parts.</summary>
    public required double Score { get; init; }

    /// <summary>Each part.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }
}

/// <summary>A home that does not fit, and why.</summary>
/// <param name="HomeId">The hub's id.</param>
/// <param name="LocationId">CQC location id.</param>
/// <param name="HomeName">The home's name.</param>
/// <param name="DistanceMetres">Metres from the wished location.</param>
/// <param name="Reasons">All reasons.</param>
public sealed record ExcludedHome(Guid HomeId, string LocationId, string HomeName, int? DistanceMetres, IReadOnlyList<HomeExclusion> Reasons);
