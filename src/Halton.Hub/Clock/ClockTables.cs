using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>The scheduler's own tables, made by its library and handed over to the hub's accounts.</summary>
public static class ClockTables
{
    /// <summary>Begins their names.</summary>
    public const string Prefix = "clock.qrtz_";

    /// <summary>Those that keep rows of a timetable, the ones that point at others first.</summary>
    internal static readonly string[] ByTimetable =
    [
        "cron_triggers", "simple_triggers", "simprop_triggers", "blob_triggers", "triggers", "fired_triggers", "job_details",
        "calendars", "paused_trigger_grps", "paused_job_grps", "scheduler_state", "locks",
    ];

    private const string Turn = "select pg_advisory_lock(hashtext('halton-hub-clock'))";

    // The library makes this one last of those that it cannot do without.
    private const string There = $"select to_regclass('{Prefix}locks') is not null";

    private const string SettleAll = """
        do $$ declare t text; begin
            for t in select tablename from pg_tables where schemaname = 'clock' and tablename like 'qrtz%' and obj_description(format('clock.%I', tablename)::regclass) is null loop
                execute format('comment on table clock.%I is %L', t, 'not about a person: the scheduler''s own');
            end loop;
        end $$
        """;

    /// <summary>The connection of the account that migrates, as <c>hub_owner</c>, to whom all tables belong.</summary>
    public static string AsOwner(string connection) => new NpgsqlConnectionStringBuilder(connection) { Options = "-c role=hub_owner", Pooling = false }.ConnectionString;

    /// <summary>
    /// The connection that the scheduler keeps the timetable by. Its transactions are short; a node that is paused in the middle of one must
    /// not keep the others from taking over for longer than this.
    /// </summary>
    public static string AsScheduler(string connection) => new NpgsqlConnectionStringBuilder(connection) { Options = "-c idle_in_transaction_session_timeout=3s" }.ConnectionString;

    /// <summary>
    /// Makes what is missing and says of each table that it is about nobody. One node does it at a time; it may be done again after
    /// whatever end the last attempt came to.
    /// </summary>
    /// <param name="connection">The account that migrates.</param>
    /// <param name="make">Has the library make its tables, as the account given.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task Provide(string connection, Func<string, Task> make, CancellationToken ct)
    {
        var owner = AsOwner(connection);
        await using var source = NpgsqlDataSource.Create(owner);
        await using var held = await source.OpenConnectionAsync(ct);
        await Ask(Turn);
        if (await Ask(There) is not true)
        {
            await make(owner);
        }

        await Ask(SettleAll);

        async Task<object?> Ask(string sql)
        {
            await using var command = new NpgsqlCommand(sql, held);
            return await command.ExecuteScalarAsync(ct);
        }
    }
}
