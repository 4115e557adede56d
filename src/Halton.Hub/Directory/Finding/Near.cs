namespace Halton.Hub.Directory.Finding;

/// <summary>A point and how far around it: a postcode, or a latitude and a longitude.</summary>
public sealed record Near
{
    /// <summary>A postcode, a sector (WA7 2) or an outward code (WA7). It is used to look up a point and is kept nowhere.</summary>
    public string? Postcode { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Metres around the point, 1 to 100,000; 10,000 when left out.</summary>
    public int? WithinMetres { get; init; }
}
