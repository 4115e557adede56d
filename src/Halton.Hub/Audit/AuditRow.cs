using Halton.Hub.Access;
using Halton.Hub.Data;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Audit;

/// <summary>One row of the record of calls.</summary>
/// <param name="At">When.</param>
/// <param name="Call">The call.</param>
/// <param name="Outcome">Success, or the reason of the refusal.</param>
/// <param name="Records">What was seen or changed.</param>
/// <param name="Subject">Pseudonym of the person asked for, when one was named.</param>
internal sealed record AuditRow(DateTimeOffset At, Call Call, string Outcome, IReadOnlyList<Guid> Records, byte[]? Subject)
{
    private const string Columns = " (recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id) ";
    private const string One = Columns + "values ($1, $2, $3, $4, $5, $6::\"char\", $7, $8, $9, $10)";
    private const string Many = Columns
        + "select at, who, org, purpose, op, act::\"char\", outcome, subject, records::uuid[], trace "
        + "from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as row (at, who, org, purpose, op, act, outcome, subject, records, trace)";

    /// <summary>Writes rows, in their order.</summary>
    public static NpgsqlBatchCommand Insert(Ledger ledger, IReadOnlyList<AuditRow> rows) => rows is [var row] ? row.Insert(ledger) : new("insert into " + ledger.Entries + Many)
    {
        Parameters =
        {
            WalledBatch.Column(rows, NpgsqlDbType.TimestampTz, r => r.At.UtcDateTime),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.Caller.Partner),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.Organization),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.Purpose),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.Rule.Name),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.Rule.Letter),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Outcome),
            WalledBatch.Column(rows, NpgsqlDbType.Bytea, r => r.Subject),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Records.Count == 1 ? $"{{{r.Records[0]}}}" : $"{{{string.Join(',', r.Records)}}}"),
            WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Call.TraceId),
        },
    };

    private NpgsqlBatchCommand Insert(Ledger ledger) => WalledBatch.Command(
        "insert into " + ledger.Entries + One,
        At,
        Call.Caller.Partner,
        Call.Organization,
        Call.Purpose,
        Call.Rule.Name,
        Call.Rule.Letter,
        Outcome,
        new NpgsqlParameter { Value = (object?)Subject ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
        Records.ToArray(),
        Call.TraceId);
}
