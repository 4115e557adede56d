using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Checks;

/// <summary>I3: one effect for each request_id, however often it was sent, and the same answer when it is sent again afterwards.</summary>
internal static class OnceCheck
{
    private const int Sample = 200;

    /// <summary>Sends again, before the database is read: all that took more than one attempt, and as many others as make a sample.</summary>
    public static async Task<Repeats> Repeat(History history, Random random)
    {
        var writes = history.Writes.Where(w => w.Refusal is null).ToList();
        var doubtful = writes.Where(w => w.Attempts > 1 || w.Answer is null).ToList();
        var others = writes.Where(w => w.Attempts == 1 && w.Answer is not null).OrderBy(_ => random.Next()).Take(Sample);
        var findings = new List<string>();
        foreach (var write in doubtful.Concat(others))
        {
            var first = write.Answer;
            var again = await Writer.Deliver(write, history);
            if (again is null || (first is not null && (again.DischargeId, again.Etag, again.State) != (first.DischargeId, first.Etag, first.State)))
            {
                findings.Add($"{write.Operation} of {write.Spell}, sent again, was answered with {again?.DischargeId} {again?.Etag} {write.Refusal}; first {first?.DischargeId} {first?.Etag}");
            }

            write.Answer ??= again;
        }

        return new Repeats(doubtful.Count, findings);
    }

    /// <summary>Counts effects.</summary>
    public static Verdict Run(History history, DatabaseView database, Repeats repeats)
    {
        var findings = new List<string>(repeats.Findings);
        findings.AddRange(history.Writes.Where(w => w.Refusal is not null).Select(w => $"{w.Operation} of {w.Spell} was refused: {w.Refusal}"));
        findings.AddRange(database.Stays.Values.GroupBy(s => s.Spell).Where(g => g.Count() > 1).Select(g => $"{g.Key} was admitted {g.Count()} times"));
        foreach (var stay in database.Stays.Values)
        {
            findings.AddRange(database.Events[stay.Id].GroupBy(e => e.Kind).Where(g => g.Count() > 1).Select(g => $"{stay.Spell} has {g.Count()} events {g.Key}"));
            if (stay.Reviews > 1 || stay.Decisions > 1)
            {
                findings.Add($"{stay.Spell} has {stay.Reviews} reviews and {stay.Decisions} pathway decisions, one of each was asked for");
            }
        }

        return new Verdict("I3", "one effect for each request_id; sent again, the same answer", $"{repeats.Doubtful} retried under fault", findings);
    }

    /// <summary>What sending again showed.</summary>
    /// <param name="Doubtful">Writes that had taken more than one attempt, or had not been acknowledged.</param>
    /// <param name="Findings">Answers that differ from the first.</param>
    internal sealed record Repeats(int Doubtful, IReadOnlyList<string> Findings);
}
