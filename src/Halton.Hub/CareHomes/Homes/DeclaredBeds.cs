namespace Halton.Hub.CareHomes.Homes;

/// <summary>A kind of bed that a home says it has.</summary>
public sealed class DeclaredBeds
{
    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>How many.</summary>
    public required int Maximum { get; set; }

    /// <summary>What a week costs, in pence; null when the home does not say.</summary>
    public long? WeeklyPricePence { get; set; }
}
