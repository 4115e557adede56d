using Npgsql;

namespace Halton.Hub.Events;

/// <summary>Which database, and which line of its history, this node speaks to.</summary>
/// <param name="Epoch">System identifier, database and timeline.</param>
public sealed record DatabaseIdentity(string Epoch)
{
    /// <summary>Asks the database.</summary>
    public static async Task<DatabaseIdentity> Ask(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select concat_ws('-', system_identifier, (select oid from pg_database where datname = current_database()), timeline_id) from pg_control_system(), pg_control_checkpoint()");
        return new DatabaseIdentity((string)(await command.ExecuteScalarAsync(ct))!);
    }
}
