using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Checks;

/// <summary>No half write: state, event, audit row and kept answer are there together, acknowledged or not.</summary>
internal static class WholeCheck
{
    private static readonly HashSet<string> Changes = ["RecordAdmission", "ReviewCriteriaToReside", "AssignPathway", "ConfirmDischarge"];

    /// <summary>Counts what belongs together.</summary>
    public static Verdict Run(History history, DatabaseView database)
    {
        var answers = database.Answers.Values.ToLookup(a => a.Id);
        var audit = database.Audit.Where(a => Changes.Contains(a.Key.Operation)).ToLookup(a => a.Key.Record, a => a.Value);
        var findings = database.Stays.Values.SelectMany(stay => Halves(stay, database.Events[stay.Id].ToList(), answers[stay.Id].Count(), audit[stay.Id].Sum())).ToList();
        findings.AddRange(database.Events.Where(g => !database.Stays.ContainsKey(g.Key)).Select(g => $"events tell of {g.Key}, which is no stay"));
        findings.AddRange(answers.Where(g => !database.Stays.ContainsKey(g.Key)).Select(g => $"an answer is kept for {g.Key}, which is no stay"));
        var unknown = history.Writes.Select(w => w.RequestId).ToHashSet();
        findings.AddRange(database.Answers.Keys.Where(id => !unknown.Contains(id)).Select(id => $"an answer is kept for request {id}, which nobody sent"));
        return new Verdict("whole", "no half write: state, event, audit, kept answer in step", $"{database.Stays.Count} stays", findings);
    }

    private static IEnumerable<string> Halves(DatabaseView.StayRow stay, List<DatabaseView.EventRow> events, int answers, int audited)
    {
        if (stay.Patients != 1 || stay.TrustAccess != 1)
        {
            yield return $"{stay.Spell} has {stay.Patients} patients and {stay.TrustAccess} access rows of its trust";
        }

        if (events.Count != stay.Version || answers != stay.Version || audited < stay.Version)
        {
            yield return $"{stay.Spell} is at version {stay.Version} with {events.Count} events, {answers} kept answers, {audited} audit rows";
        }

        if (events.Count > 0 && (events[^1].Etag != $"d{stay.Version}" || events[^1].State != stay.State))
        {
            yield return $"{stay.Spell} is at d{stay.Version} with state {stay.State}, its last event says {events[^1].Etag} {events[^1].State}";
        }

        var (reviewed, decided) = (events.Count(e => e.Kind == "discharge.criteria-reviewed"), events.Count(e => e.Kind == "discharge.pathway-assigned"));
        if (stay.Reviews != reviewed || stay.Decisions != decided)
        {
            yield return $"{stay.Spell} has {stay.Reviews} reviews and {stay.Decisions} decisions, its events tell of {reviewed} and {decided}";
        }
    }
}
