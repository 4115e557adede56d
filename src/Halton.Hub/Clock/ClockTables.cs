using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>The scheduler's own tables, made by its library and handed over to the hub's accounts.</summary>
public static class ClockTables
{
    /// <summary>Begins their names.</summary>
    public const string Prefix = "clock.qrtz_";

    private const string There = $"select to_regclass('{Prefix}job_status') is not null";

    private const string SettleAll = $"""
        do $$ declare t text; begin
            for t in select tablename from pg_tables where schemaname = 'clock' and tablename like 'qrtz%' loop
                execute format('comment on table clock.%I is %L', t, 'not about a person: the scheduler''s own');
            end loop;
        end $$;
        insert into {Prefix}locks (sched_name, lock_name) values ('halton-hub', 'TRIGGER_ACCESS'), ('halton-hub', 'STATE_ACCESS') on conflict do nothing
        """;

    /// <summary>The connection of the account that migrates, as <c>hub_owner</c>, to whom all tables belong.</summary>
    public static string AsOwner(string connection) => new NpgsqlConnectionStringBuilder(connection) { Options = "-c role=hub_owner", Pooling = false }.ConnectionString;

    /// <summary>Whether they are there.</summary>
    public static async Task<bool> Exist(string connection, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(AsOwner(connection));
        await using var there = source.CreateCommand(There);
        return await there.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Says of each that it is about nobody, and puts the lock rows there before two nodes try to at once.</summary>
    public static async Task Settle(string connection, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(AsOwner(connection));
        await using var settle = source.CreateCommand(SettleAll);
        await settle.ExecuteNonQueryAsync(ct);
    }
}
