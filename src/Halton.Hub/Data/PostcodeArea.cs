namespace Halton.Hub.Data;

/// <summary>The middle of a postcode, a postcode sector or an outward code.</summary>
public sealed class PostcodeArea
{
    /// <summary>The postcode without its space (WA72CK), the sector (WA7 2) or the outward code (WA7).</summary>
    public required string Area { get; set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double Longitude { get; set; }
}
