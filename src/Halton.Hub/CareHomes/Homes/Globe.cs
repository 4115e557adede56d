namespace Halton.Hub.CareHomes.Homes;

/// <summary>
/// Ways over the ground, in metres, and the straight lines through the globe that belong to them: homes are indexed as points in three
/// dimensions, so that "nearest first" needs no map projection.
/// </summary>
internal static class Globe
{
    private const double Radius = 6_371_008.8;

    /// <summary>A point in the three dimensions of the index.</summary>
    public static double[] Point(double latitude, double longitude)
    {
        var (north, east) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        return [Radius * Math.Cos(north) * Math.Cos(east), Radius * Math.Cos(north) * Math.Sin(east), Radius * Math.Sin(north)];
    }

    /// <summary>The straight line that belongs to a way.</summary>
    public static double Chord(double metres) => 2 * Radius * Math.Sin(metres / (2 * Radius));

    /// <summary>The way that belongs to a straight line.</summary>
    public static double Metres(double chord) => 2 * Radius * Math.Asin(Math.Min(1, chord / (2 * Radius)));
}
