using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>Where a list of homes is asked near: a postcode, or its first half. It is used to look up a point and is kept nowhere.</summary>
public sealed class NearPoint(Postcodes postcodes)
{
    private const int FarthestMetres = 200_000;

    /// <summary>The point in the dimensions of the index of homes; null when no place was asked for. Notes POSTCODE_UNKNOWN, OUT_OF_RANGE and NEEDS_NEAR.</summary>
    public async Task<double[]?> Check(FieldChecks check, string? near, int withinMetres, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.That(withinMetres is >= 0 and <= FarthestMetres, "within_metres", "OUT_OF_RANGE", "From 1 to 200,000 metres.");
        check.That(withinMetres == 0 || !string.IsNullOrEmpty(near), "within_metres", "NEEDS_NEAR", "A distance needs near.");
        if (string.IsNullOrEmpty(near))
        {
            return null;
        }

        var middle = near.Length is >= 2 and <= 10 ? await postcodes.Find(near, ct) : null;
        check.That(middle is not null, "near", "POSTCODE_UNKNOWN", "The hub does not know where this is. Give a postcode, or its first half such as WA7.");
        return middle is null ? null : Globe.Point(middle.Latitude, middle.Longitude);
    }
}
