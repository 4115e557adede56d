using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Data;

/// <summary>
/// A batch whose first command names the organisation to the row walls, for the batch's own transaction only. Batch and setting travel in
/// one round trip, so the wall costs no wait.
/// </summary>
internal static class WalledBatch
{
    private const string Named = "select set_config('hub.org', $1, true)";
    private const string NamedAndPlannedOnce = Named + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

    /// <summary>Starts a batch for an organisation, or for one of the hub's own callers (<c>SYSTEM:…</c>).</summary>
    public static NpgsqlBatch For(NpgsqlBatch batch, string organization) => Begin(batch, Named, organization);

    /// <summary>
    /// The same for a look at persons' records, whose statements are few and whose cost is known: each is planned once for a connection and not anew for every site,
    /// ward or number.
    /// </summary>
    public static NpgsqlBatch ForLook(NpgsqlBatch batch, string organization) => Begin(batch, NamedAndPlannedOnce, organization);

    /// <summary>A command with positional parameters.</summary>
    public static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>A column of many rows, for <c>unnest</c>.</summary>
    public static NpgsqlParameter Column<TRow, TValue>(IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    private static NpgsqlBatch Begin(NpgsqlBatch batch, string sql, string organization)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = organization } } });
        return batch;
    }
}
