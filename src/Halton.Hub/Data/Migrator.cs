using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// Brings a database to this binary's schema. Everything made belongs to <c>hub_owner</c>, who cannot log in; <c>hub_app</c> serves and
/// owns nothing; <c>hub_directory</c> may read no table about a person. Runs as any account that may create roles.
/// </summary>
public static class Migrator
{
    private const string Roles = """
        do $$ begin
            if not exists (select from pg_roles where rolname = 'hub_owner') then create role hub_owner nologin; end if;
            if not exists (select from pg_roles where rolname = 'hub_app') then create role hub_app login nosuperuser nobypassrls; end if;
            if not exists (select from pg_roles where rolname = 'hub_directory') then create role hub_directory login nosuperuser nobypassrls; end if;
        exception when unique_violation or duplicate_object then null; -- another node was faster
        end $$;
        alter role hub_app set statement_timeout = '10s';
        alter role hub_app set idle_in_transaction_session_timeout = '5s';
        alter role hub_directory set statement_timeout = '5s';
        alter role hub_directory set idle_in_transaction_session_timeout = '5s';
        """;

    /// <summary>Migrates; does nothing, fast, when there is nothing to do. Nodes that start together wait for one another.</summary>
    public static async Task Migrate(string ownerConnection, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var hub = new HubDb(HubDbDesign.Options().UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migration", "public")).Options);
        await Execute(connection, "select pg_advisory_lock(hashtext('halton-hub-migration'))", ct);
        if (!await IsCurrent(connection, hub.Database.GetMigrations().Last(), ct))
        {
            await Migrate(connection, hub, ct);
        }

        // Codes change without a migration: a new binary brings its lists along.
        await LoadCodeSystems.Run(connection, ct);
    }

    private static async Task Migrate(NpgsqlConnection connection, HubDb hub, CancellationToken ct)
    {
        await Execute(connection, Roles, ct);
        await GivePasswords(connection, ct);
        await Execute(connection, $"grant hub_owner to current_user; grant create on database \"{connection.Database}\" to hub_owner; grant create, usage on schema public to hub_owner; set role hub_owner", ct);
        await hub.Database.MigrateAsync(ct);
        await Execute(connection, "reset role", ct);
    }

    /// <summary>The text of an SQL file of the migrations.</summary>
    internal static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream($"migrations/{name}")!);
        return reader.ReadToEnd();
    }

    private static async Task<bool> IsCurrent(NpgsqlConnection connection, string latest, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select to_regclass('public.migration') is not null", connection);
        if (await command.ExecuteScalarAsync(ct) is not true)
        {
            return false;
        }

        await using var applied = new NpgsqlCommand("select exists (select 1 from public.migration where migration_id = $1)", connection)
        {
            Parameters = { new() { Value = latest } },
        };
        return await applied.ExecuteScalarAsync(ct) is true;
    }

    private static async Task GivePasswords(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var (role, variable) in new[] { ("hub_app", "HUB_APP_PASSWORD"), ("hub_directory", "HUB_DIRECTORY_PASSWORD") })
        {
            if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } password)
            {
                continue;
            }

            await using var quote = new NpgsqlCommand("select format('alter role %I password %L', $1, $2)", connection) { Parameters = { new() { Value = role }, new() { Value = password } } };
            await Execute(connection, (string)(await quote.ExecuteScalarAsync(ct))!, ct);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
