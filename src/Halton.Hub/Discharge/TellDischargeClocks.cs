using Halton.Hub.Clock;
using Halton.Hub.Data;

namespace Halton.Hub.Discharge;

/// <summary>Says, once each, that the time for an assessment to begin or for a person to leave runs out, and that it is out.</summary>
public sealed class TellDischargeClocks(OneSave saves, HubReads reads, TimeProvider time)
{
    /// <summary>Says what is to say now.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var due = await reads.Look(clock.Call, WalledBatch.Command("select stay, trust from discharge.clocks_due($1)", time.GetUtcNow()), row => (Id: row.GetGuid(0), Trust: row.GetString(1)), stay => stay.Id, null, ct);
        var told = new List<string>();
        foreach (var (id, trust) in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"{id}"), new Asked(id), save => Tell(save, id, trust, told, ct), asked => asked.DischargeId, ct);
        }

        return RunCounts.Of(
            ("assessments approaching", told.Count(kind => kind == DischargeEvents.AssessmentApproaching)),
            ("assessments breached", told.Count(kind => kind == DischargeEvents.AssessmentBreached)),
            ("discharges approaching", told.Count(kind => kind == DischargeEvents.DischargeApproaching)),
            ("discharges breached", told.Count(kind => kind == DischargeEvents.DischargeBreached)));
    }

    // The walls let the trust change its stay, and the clock speaks for it.
    private static Task<Asked> Tell(Save save, Guid id, string trust, List<string> told, CancellationToken ct) => save.As(
        trust,
        async () =>
        {
            var stay = await StayForChange.Load(save.Db, trust, id, ct);
            var said = stay.Remind(save.Now);
            told.AddRange(said);
            if (said.Count > 0)
            {
                stay.Changed(save.Now);
                foreach (var kind in said)
                {
                    save.Tell(kind, DischargeStatus.Of(stay));
                }
            }

            return new Asked(id);
        },
        ct);

    private sealed record Asked(Guid DischargeId);
}
