using System.Collections.Concurrent;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Faults.Load;

/// <summary>Stays that writers have been told of, for readers to ask about.</summary>
internal sealed class KnownStays
{
    private const int Kept = 200;
    private readonly ConcurrentDictionary<string, (string Id, string NhsNumber)[]> newest = new(StringComparer.Ordinal);

    /// <summary>Notes one.</summary>
    public void Tell(string organization, DischargeStatus status) =>
        newest.AddOrUpdate(organization, _ => [(status.DischargeId, status.NhsNumber)], (_, known) => [.. known.TakeLast(Kept - 1), (status.DischargeId, status.NhsNumber)]);

    /// <summary>One of an organisation's, or null while there is none.</summary>
    public (string Id, string NhsNumber)? Any(string organization, Random random) =>
        newest.TryGetValue(organization, out var known) ? known[random.Next(known.Length)] : null;
}
