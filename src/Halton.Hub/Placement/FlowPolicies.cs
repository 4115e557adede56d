using Npgsql;

namespace Halton.Hub.Placement;

/// <summary>The policy on the way to a placement as the database has it, read again every few seconds: an operator's change needs no restart.</summary>
public sealed class FlowPolicies(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Sql =
        "select assessment_hours, hold_minutes, longest_hold_hours, accepted_hold_hours, answer_hours, most_held, agreement_review_days from placement.flow_policy";

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(3);
    private volatile Read? last;

    /// <summary>The policy.</summary>
    public async ValueTask<FlowPolicy> Now(CancellationToken ct)
    {
        if (last is not { } known || clock.GetElapsedTime(known.At) > GoodFor)
        {
            last = known = new Read(await Ask(ct), clock.GetTimestamp());
        }

        return known.Policy;
    }

    /// <summary>Reads it at once, as after a change.</summary>
    internal async Task Renew(CancellationToken ct) => last = new Read(await Ask(ct), clock.GetTimestamp());

    private async Task<FlowPolicy> Ask(CancellationToken ct)
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

    private sealed record Read(FlowPolicy Policy, long At);
}
