using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>Where a list of homes is asked near: a postcode, or its first half. It is used to look up a point and is kept nowhere.</summary>
public sealed class NearPoint(NpgsqlDataSource source)
{
    /// <summary>The farthest that a list looks.</summary>
    public const int FarthestMetres = 200_000;

    private const string Sql = "select latitude, longitude from codes.postcode_area where area = any ($1) order by length(area) desc limit 1";

    /// <summary>The point in the dimensions of the index of homes; null when no place was asked for. Notes POSTCODE_UNKNOWN, OUT_OF_RANGE and NEEDS_NEAR.</summary>
    public async Task<double[]?> Check(FieldChecks check, string? near, int withinMetres, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.That(withinMetres is >= 0 and <= FarthestMetres, "within_metres", "OUT_OF_RANGE", $"From 1 to {FarthestMetres} metres; 0 means no limit.");
        check.That(withinMetres == 0 || !string.IsNullOrEmpty(near), "within_metres", "NEEDS_NEAR", "A distance needs near.");
        if (string.IsNullOrEmpty(near))
        {
            return null;
        }

        var point = near.Length is >= 2 and <= 10 ? await Find(near, ct) : null;
        check.That(point is not null, "near", "POSTCODE_UNKNOWN", "The hub does not know where this is. Give a postcode, or its first half such as WA7.");
        return point;
    }

    private async Task<double[]?> Find(string near, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = Areas(near) });
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Globe.Point(row.GetDouble(0), row.GetDouble(1)) : null;
    }

    // WA72CK, WA7 2, WA7.
    private static string[] Areas(string near)
    {
        var letters = string.Concat(near.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length >= 5 ? [letters, $"{letters[..^3]} {letters[^3]}", letters[..^3]] : [letters];
    }
}
