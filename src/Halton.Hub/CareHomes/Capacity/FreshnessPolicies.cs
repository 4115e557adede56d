using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>The policy on freshness as the database has it: an operator's change needs no restart.</summary>
public sealed class FreshnessPolicies(NpgsqlDataSource source, TimeProvider clock) : Remembered<FreshnessPolicy>(source, clock)
{
    private const string Sql = "select fresh_hours, ageing_days, window_opens, window_closes, window_reminder from carehomes.freshness_policy";

    /// <inheritdoc />
    protected override async Task<FreshnessPolicy> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new FreshnessPolicy { FreshHours = row.GetInt32(0), AgeingDays = row.GetInt32(1), WindowOpens = row.GetInt32(2), WindowCloses = row.GetInt32(3), WindowReminder = row.GetInt32(4) }
            : new FreshnessPolicy();
    }
}
