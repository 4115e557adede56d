using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Bench.Bare;

/// <summary>One call, one statement, one row, one message.</summary>
internal sealed class BareService(NpgsqlDataSource source, BareCodes codes) : DischargeService.DischargeServiceBase
{
    private const string ByNumber = $"""
        select {BareRow.Columns} from discharge.stay s
        where s.nhs_number = $1 order by s.nhs_number, (s.state <= 3) desc, s.admitted_at desc limit 1
        """;

    private readonly BareRow rows = new(codes);

    /// <inheritdoc />
    public override async Task<DischargeStatus> GetDischargeStatus(GetDischargeStatusRequest request, ServerCallContext context)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(ByNumber, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = request.NhsNumber, NpgsqlDbType = NpgsqlDbType.Text } } };
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? rows.Read(row) : throw new RpcException(new Status(StatusCode.NotFound, "none"));
    }
}
