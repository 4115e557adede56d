using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement;

/// <summary>The policy on the way to a placement as the database has it: an operator's change needs no restart.</summary>
public sealed class FlowPolicies(NpgsqlDataSource source, TimeProvider clock) : Remembered<FlowPolicy>(source, clock)
{
    private const string Sql =
        "select assessment_hours, hold_minutes, longest_hold_hours, accepted_hold_hours, answer_hours, most_held, agreement_review_days from placement.flow_policy";

    /// <inheritdoc />
    protected override async Task<FlowPolicy> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new FlowPolicy
            {
                AssessmentHours = row.GetInt32(0),
                HoldMinutes = row.GetInt32(1),
                LongestHoldHours = row.GetInt32(2),
                AcceptedHoldHours = row.GetInt32(3),
                AnswerHours = row.GetInt32(4),
                MostHeld = row.GetInt32(5),
                AgreementReviewDays = row.GetInt32(6),
            }
            : new FlowPolicy();
    }
}
