using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>The policy on freshness as the database has it, read again every few seconds: an operator's change needs no restart.</summary>
public sealed class FreshnessPolicies(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Sql = "select fresh_hours, ageing_days, window_opens, window_closes, window_reminder from carehomes.freshness_policy";
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(3);
    private volatile Read? last;

    /// <summary>The policy.</summary>
    public async ValueTask<FreshnessPolicy> Now(CancellationToken ct)
    {
        if (last is not { } known || clock.GetElapsedTime(known.At) > GoodFor)
        {
            last = known = new Read(await Ask(ct), clock.GetTimestamp());
        }

        return known.Policy;
    }

    private async Task<FreshnessPolicy> Ask(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new FreshnessPolicy { FreshHours = row.GetInt32(0), AgeingDays = row.GetInt32(1), WindowOpens = row.GetInt32(2), WindowCloses = row.GetInt32(3), WindowReminder = row.GetInt32(4) }
            : new FreshnessPolicy();
    }

    private sealed record Read(FreshnessPolicy Policy, long At);
}
