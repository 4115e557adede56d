using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge.Imports;

/// <summary>
/// Takes lines as one set, in one transaction: each by the rule of its kind on the stay that the lines before it left. One that is refused leaves the stay as it was, and the others go on.
/// </summary>
internal sealed class TakeLines(OneSave saves, StayForChange stays, ImportedUpdates updates)
{
    /// <summary>Takes them, up to one that the lines before would have to be saved for first.</summary>
    /// <param name="call">The feed's call.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="ct">Ends it early; nothing is taken then.</param>
    public Task<List<LineOutcome>> Run(Call call, IReadOnlyList<ImportLine> lines, CancellationToken ct) =>
        saves.Run(call, [.. lines.Where(line => line.Wrong is null).Select(line => line.RequestId).Distinct()], set => Take(set, lines, ct), ct);

    private async Task<List<LineOutcome>> Take(SaveSet set, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var known = await StaysOfSet.Load(set, lines, ct);
        var outcomes = new List<LineOutcome>(lines.Count);
        foreach (var line in lines)
        {
            if (await Take(set, known, line, ct) is not { } outcome)
            {
                break;
            }

            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<LineOutcome?> Take(SaveSet set, StaysOfSet known, ImportLine line, CancellationToken ct)
    {
        CheckedChange change;
        byte[] fingerprint;
        Func<Task<DischargeStatus>> tell;
        try
        {
            if (line.Wrong is not null || known.IdOf(line) is not { } id)
            {
                return line.Wrong is { } wrong ? new LineOutcome(null, false, wrong) : null;
            }

            change = updates.Check(line.Call, line.Update!, line.RequestId, id);
            fingerprint = SaveSet.Fingerprint(change.Request);
            if (set.First<DischargeStatus>(line.Call, line.RequestId, fingerprint) is { } first)
            {
                set.Repeat(line.Call, first.Id);
                return new LineOutcome(first, true, null);
            }

            switch (change)
            {
                case Admission admission when known.Cross(admission.Stay):
                    return null;
                case Admission admission:
                    var councils = await known.Councils(set.Save.Db, admission.Stay, ct);
                    known.Begin(set.Save, admission.Stay);
                    tell = () => Task.FromResult(RecordAdmission.Open(set.Save, admission.Stay, councils));
                    break;
                default:
                    var told = (StayChange)change;
                    var stay = known[told.StayId] ?? throw DischargeFaults.NotFound();
                    var warnings = stays.Decide(stay, told, set.Save.Now);
                    tell = () => StayForChange.Tell(set.Save, stay, told, warnings, ct);
                    break;
            }
        }
        catch (Fault fault)
        {
            return new LineOutcome(null, false, fault);
        }

        // From here on a fault undoes the whole set.
        var status = await tell();
        await set.Done(line.Call, line.RequestId, fingerprint, status, status.Id, ct);
        return new LineOutcome(status, false, null);
    }
}
