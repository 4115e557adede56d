using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Discharge;

/// <summary>How much time the clocks give, as the database has it: an operator's change needs no restart.</summary>
public sealed class DischargeClockRules(NpgsqlDataSource source, TimeProvider clock) : Remembered<DischargeClocks>(source, clock)
{
    private const string Sql = "select assessment, assessment_warning, discharge, discharge_warning from discharge.clock_policy";

    /// <inheritdoc />
    protected override async Task<DischargeClocks> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new DischargeClocks(row.GetTimeSpan(0), row.GetTimeSpan(1), row.GetTimeSpan(2), row.GetTimeSpan(3))
            : DischargeClocks.Usual;
    }
}
