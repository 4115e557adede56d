using System.Diagnostics;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Npgsql;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>
/// Control: a reader of the event log that goes by position alone. Transactions that take a position and commit late make it miss events;
/// the hub's own watchers, in the same seconds, must miss none.
/// </summary>
internal sealed class PositionOnlyWatch : IScenario
{
    private const string Organization = "RWW";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public string Name => "control-position-only-watch";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var hub = context.Hub;
        await using var source = NpgsqlDataSource.Create(hub.OwnerConnection);
        var last = await LastPosition(source, ct);
        await using var traffic = await Traffic.Start(hub, context.Seed + 2, ct);
        using var end = new CancellationTokenSource();
        var reading = Read(source, last, end.Token);
        await traffic.Pause(500, 600, ct);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Lasts)
        {
            await CommitLate(source, ct);
        }

        await traffic.StopCalls(ct);
        await traffic.Heard(ct);
        await end.CancelAsync();
        var delivered = await reading;
        var committed = await CommittedEvents.Read(hub.OwnerConnection, Organization, traffic.From, ct);
        var findings = DeliveryCheck.Compare("the position-only reader", delivered, committed).ToList();
        var own = await AllChecks.Delivery(traffic, hub, ct);
        return new Outcome(
            $"read by position alone while some transactions commit late: {committed.Except(delivered).Count()} of {committed.Count} events missed",
            [DeliveryCheck.Of(delivered.Count, 0, findings), own with { Invariant = "I5 hub", Text = "the hub's own watchers, at the same time, heard everything" }],
            "I5");
    }

    private static async Task<List<Guid>> Read(NpgsqlDataSource source, long last, CancellationToken end)
    {
        var delivered = new List<Guid>();
        while (!end.IsCancellationRequested)
        {
            await using var command = source.CreateCommand("select position, id from events.event where position > $1 and $2 = any (audience) order by position");
            command.Parameters.Add(new NpgsqlParameter { Value = last });
            command.Parameters.Add(new NpgsqlParameter { Value = Organization });
            await using (var row = await command.ExecuteReaderAsync(CancellationToken.None))
            {
                while (await row.ReadAsync(CancellationToken.None))
                {
                    last = row.GetInt64(0);
                    delivered.Add(row.GetGuid(1));
                }
            }

            await Task.Delay(5, CancellationToken.None);
        }

        return delivered;
    }

    /// <summary>One more event of a stay that is there, told by a transaction that takes its time.</summary>
    private static async Task CommitLate(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = new NpgsqlCommand(
            """
            insert into events.event (id, kind, record_id, audience, occurred_at, payload)
            select gen_random_uuid(), kind, record_id, audience, occurred_at, payload from events.event where $1 = any (audience) order by position desc limit 1
            """,
            connection,
            transaction);
        insert.Parameters.Add(new NpgsqlParameter { Value = Organization });
        await insert.ExecuteNonQueryAsync(ct);
        await Task.Delay(150, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<long> LastPosition(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select coalesce(max(position), 0) from events.event");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
