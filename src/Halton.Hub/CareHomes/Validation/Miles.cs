namespace Halton.Hub.CareHomes.Validation;

/// <summary>Distances over the globe.</summary>
internal static class Miles
{
    private const double EarthRadius = 3958.8;

    /// <summary>The straight way between two points, WGS 84.</summary>
    public static double Between(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (north, east) = (Half(otherLatitude - latitude), Half(otherLongitude - longitude));
        var chord = (north * north) + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(otherLatitude)) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Half(double degrees) => Math.Sin(double.DegreesToRadians(degrees) / 2);
}
