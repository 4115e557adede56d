namespace Halton.Hub.CareHomes.Homes;

/// <summary>What a home says it can do beyond its kinds of bed.</summary>
public sealed class Capability
{
    /// <summary>The capability that carries a weight.</summary>
    public const string Bariatric = "bariatric";

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of care-home-capability.</summary>
    public required string Code { get; init; }

    /// <summary>With bariatric: the greatest weight in kilograms; null with all others.</summary>
    public int? MaxKg { get; set; }
}
