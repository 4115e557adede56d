using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Checks;

/// <summary>I1: what was acknowledged is in the database, state and history as answered.</summary>
internal static class AcknowledgedCheck
{
    /// <summary>Looks for every acknowledged write.</summary>
    public static Verdict Run(History history, DatabaseView database)
    {
        var acknowledged = history.Writes.Where(w => w.Answer is not null).ToList();
        return new Verdict("I1", "every acknowledged write is in the database as answered", $"{acknowledged.Count} writes", [.. acknowledged.SelectMany(w => Missing(w, database))]);
    }

    private static IEnumerable<string> Missing(Written write, DatabaseView database)
    {
        var answer = write.Answer!;
        var id = Guid.Parse(answer.DischargeId);
        if (!database.Stays.TryGetValue(id, out var stay))
        {
            yield return $"{write.Operation} of {write.Spell} was acknowledged, and there is no such stay";
            yield break;
        }

        var version = Version(answer.Etag);
        if (stay.Version < version || (stay.Version == version && stay.State != (int)answer.State))
        {
            yield return $"{write.Operation} of {write.Spell} was acknowledged as {answer.Etag} {answer.State}, the stay is at d{stay.Version} with state {stay.State}";
        }

        if (!database.Events[id].Any(e => e.Etag == answer.Etag && e.State == (int)answer.State))
        {
            yield return $"{write.Operation} of {write.Spell} was acknowledged as {answer.Etag}, and no event tells of it";
        }
    }

    /// <summary>The version behind an etag, as the discharge slice writes it.</summary>
    public static int Version(string etag) => int.Parse(etag.AsSpan(1), null);
}
