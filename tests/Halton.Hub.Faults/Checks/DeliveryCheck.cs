namespace Halton.Hub.Faults.Checks;

/// <summary>I5: a watcher saw exactly the committed events, each once, in commit order.</summary>
internal static class DeliveryCheck
{
    /// <summary>Compares what came with what was committed.</summary>
    public static IEnumerable<string> Compare(string watcher, IReadOnlyList<Guid> delivered, IReadOnlyList<Guid> committed)
    {
        var place = committed.Select((id, i) => (id, i)).ToDictionary(e => e.id, e => e.i);
        var seen = new HashSet<Guid>();
        var last = -1;
        foreach (var id in delivered)
        {
            if (!place.TryGetValue(id, out var at))
            {
                yield return $"{watcher} heard event {id}, which was never committed";
            }
            else if (!seen.Add(id))
            {
                yield return $"{watcher} heard event {id} twice";
            }
            else if (at < last)
            {
                yield return $"{watcher} heard event {id} after a later one";
            }
            else
            {
                last = at;
            }
        }

        foreach (var id in committed.Where(id => !seen.Contains(id)))
        {
            yield return $"{watcher} never heard event {id}";
        }
    }

    /// <summary>The verdict over several watchers.</summary>
    public static Verdict Of(int delivered, int reconnects, IEnumerable<string> findings) => new(
        "I5", "every watcher heard each committed event once, in commit order", $"{delivered} deliveries, {reconnects} reconnects", [.. findings]);
}
