using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// What the demonstration seed remembers in the database: the day that everything is relative to, how much is loaded, and which keys it
/// ever registered. The tables stand outside the migrations, because a database without demonstration data has none of them.
/// </summary>
internal static class SeedProgress
{
    private const string Tables = """
        create schema demo;
        create table demo.load (only_row boolean primary key default true check (only_row), anchor date not null, scale integer not null);
        comment on table demo.load is 'not about a person: how much demonstration data is loaded';
        create table demo.registered_key (partner_id text, kid text, primary key (partner_id, kid));
        comment on table demo.registered_key is 'not about a person: public keys that the seed ever registered';
        """;

    /// <summary>Makes the tables at the first seeding. Nodes that seed together wait for one another until the transaction ends.</summary>
    public static async Task Ensure(NpgsqlConnection owner, DateOnly today, CancellationToken ct)
    {
        await Turn(owner, ct);
        await using var exists = new NpgsqlCommand("select to_regclass('demo.load') is not null", owner);
        if (await exists.ExecuteScalarAsync(ct) is not true)
        {
            await using var create = new NpgsqlCommand(Tables, owner);
            await create.ExecuteNonQueryAsync(ct);
            await using var start = new NpgsqlCommand("insert into demo.load (anchor, scale) values ($1, 0)", owner) { Parameters = { new() { Value = today } } };
            await start.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The anchor day and the scale loaded so far.</summary>
    public static async Task<(DateOnly Anchor, int Scale)> Read(NpgsqlConnection owner, CancellationToken ct)
    {
        await Turn(owner, ct);
        await using var read = new NpgsqlCommand("select anchor, scale from demo.load", owner);
        await using var row = await read.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetFieldValue<DateOnly>(0), row.GetInt32(1));
    }

    /// <summary>Notes the scale loaded.</summary>
    public static async Task Write(int scale, NpgsqlConnection owner, CancellationToken ct)
    {
        await using var write = new NpgsqlCommand("update demo.load set scale = $1", owner) { Parameters = { new() { Value = scale } } };
        await write.ExecuteNonQueryAsync(ct);
    }

    private static async Task Turn(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var turn = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('halton-hub-demo-seed'))", owner) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync(ct);
    }
}
