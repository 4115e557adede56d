using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Checks;

/// <summary>I4: whatever was shown or acknowledged is on record, matched by partner, operation, trace and record.</summary>
internal static class AuditCheck
{
    /// <summary>Looks for the audit row of everything.</summary>
    public static Verdict Run(History history, DatabaseView database)
    {
        var shown = history.Looks.GroupBy(s => (s.Partner, s.Operation, s.Trace, Record: s.DischargeId));
        var acknowledged = history.Writes.Where(w => w.Answer is not null)
            .Select(w => (w.Door.Partner, w.Operation, w.Trace, Record: Guid.Parse(w.Answer!.DischargeId)));
        string[] findings =
        [
            .. shown.Where(g => g.Count() > database.Audit.GetValueOrDefault(g.Key))
                .Select(g => $"{g.Key.Operation} showed {g.Key.Record} to {g.Key.Partner} {g.Count()} times, {database.Audit.GetValueOrDefault(g.Key)} on record (trace {g.Key.Trace})"),
            .. acknowledged.Where(key => !database.Audit.ContainsKey(key)).Select(key => $"{key.Operation} on {key.Record} was acknowledged to {key.Partner}, not on record (trace {key.Trace})"),
        ];
        return new Verdict("I4", "every answered read, event and write has its audit row", $"{history.Looks.Count} looks", findings);
    }
}
