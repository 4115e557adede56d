using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Npgsql;

namespace Halton.Hub.Faults.LateAudit;

/// <summary>Answers a read at once and writes its audit row half a second later: what the hub must never do.</summary>
internal sealed class LateAuditService(NpgsqlDataSource source) : DischargeService.DischargeServiceBase
{
    /// <summary>The partner that its audit rows name.</summary>
    public const string Partner = "late-audit";

    /// <summary>Metadata with the trace id.</summary>
    public const string Trace = "trace";

    private const string Insert = """
        insert into audit.entry (recorded_at, partner, organization, purpose, operation, interaction, outcome, records, trace_id)
        values (now(), $1, 'RWW', 'TREAT', 'halton.hub.discharge.v1.DischargeService/GetDischargeStatus', 'r', 'success', array[$2], $3)
        """;

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    public override async Task<DischargeStatus> GetDischargeStatus(GetDischargeStatusRequest request, ServerCallContext context)
    {
        var id = Guid.Parse(request.DischargeId);
        await using var read = source.CreateCommand("select version from discharge.stay where id = $1");
        read.Parameters.Add(new NpgsqlParameter { Value = id });
        var version = await read.ExecuteScalarAsync(context.CancellationToken) ?? throw new RpcException(new Status(StatusCode.NotFound, ""));
        _ = PutOnRecord(id, context.RequestHeaders.GetValue(Trace) ?? "");
        return new DischargeStatus { DischargeId = request.DischargeId, Etag = $"d{version}" };
    }

    private async Task PutOnRecord(Guid id, string trace)
    {
        await Task.Delay(Late);
        await using var insert = source.CreateCommand(Insert);
        insert.Parameters.Add(new NpgsqlParameter { Value = Partner });
        insert.Parameters.Add(new NpgsqlParameter { Value = id });
        insert.Parameters.Add(new NpgsqlParameter { Value = trace });
        await insert.ExecuteNonQueryAsync();
    }
}
