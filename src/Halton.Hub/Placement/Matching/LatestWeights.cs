using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement.Matching;

/// <summary>The latest weights of a score: a new version needs no restart.</summary>
public sealed class LatestWeights(NpgsqlDataSource source, TimeProvider clock) : Remembered<MatchWeights>(source, clock)
{
    private const string Sql =
        "select version, distance, freshness, cqc, pamms, in_borough, preference, continuity, price, added_at from placement.match_weights order by version desc limit 1";

    /// <inheritdoc />
    protected override async Task<MatchWeights> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new MatchWeights
        {
            Version = row.GetInt32(0),
            Distance = row.GetDouble(1),
            Freshness = row.GetDouble(2),
            Cqc = row.GetDouble(3),
            Pamms = row.GetDouble(4),
            InBorough = row.GetDouble(5),
            Preference = row.GetDouble(6),
            Continuity = row.GetDouble(7),
            Price = row.GetDouble(8),
            AddedAt = row.GetFieldValue<DateTimeOffset>(9),
        };
    }
}
