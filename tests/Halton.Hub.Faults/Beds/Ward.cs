using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Running;
using Npgsql;

namespace Halton.Hub.Faults.Beds;

/// <summary>People who are ready to leave and homes with free beds, straight in the database, and the assessors' door to the hub.</summary>
internal sealed class Ward : IAsyncDisposable
{
    private Ward(HubProcess hub, NpgsqlDataSource source, string name, int people, int homes)
    {
        (Source, Door) = (source, new HubDoor(hub, "trusted-assessor", "HALTON-TA"));
        Stays = [.. Enumerable.Range(1, people).Select(n => $"{WardSql.Uuid($"{name} {n}")}")];
        Assessments = [.. Enumerable.Range(1, people).Select(n => $"{WardSql.Uuid($"{name} assessed {n}")}")];
        Homes = [.. Enumerable.Range(1, homes).Select(n => $"1-{name}-{n}")];
        HomeIds = [.. Enumerable.Range(1, homes).Select(n => WardSql.Uuid($"{name} home {n}"))];
    }

    /// <summary>The database, past every wall.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The assessors' door.</summary>
    public HubDoor Door { get; }

    /// <summary>The assessments, one a person.</summary>
    public IReadOnlyList<string> Assessments { get; }

    /// <summary>The stays of these people in hospital, in the same order.</summary>
    public IReadOnlyList<string> Stays { get; }

    /// <summary>The homes' CQC location ids.</summary>
    public IReadOnlyList<string> Homes { get; }

    /// <summary>The hub's ids of the homes.</summary>
    public Guid[] HomeIds { get; }

    /// <summary>Makes it.</summary>
    public static async Task<Ward> Make(HubProcess hub, int people, int homes, int beds, CancellationToken ct)
    {
        var name = $"B{Guid.CreateVersion7():N}"[..16];
        var source = NpgsqlDataSource.Create(hub.OwnerConnection);
        foreach (var sql in new[] { WardSql.Lift, WardSql.People(name, people), WardSql.Beds(name, homes, beds) })
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(ct);
        }

        // The hub reads partners and policy anew within seconds.
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        return new Ward(hub, source, name, people, homes);
    }

    /// <summary>The homes say anew what they have, as they do each day; what is held stays held.</summary>
    public async Task Return(CancellationToken ct)
    {
        await using var command = Source.CreateCommand("update carehomes.capacity_return set as_of = clock_timestamp() where home_id = any ($1)");
        command.Parameters.Add(new() { Value = HomeIds });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One number of the database, of the homes at $1.</summary>
    public async Task<long> Count(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 300;
        command.Parameters.Add(new() { Value = HomeIds });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await Source.DisposeAsync();
    }
}
