using System.Collections.Concurrent;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>What one request loads in batches: one <see cref="Batch{TKey,TValue}"/> a kind.</summary>
public sealed class Loads
{
    private readonly ConcurrentDictionary<string, object> batches = new(StringComparer.Ordinal);

    /// <summary>The batch of a kind, made on first use.</summary>
    /// <param name="kind">A name of one's own, for example <c>organizations</c>.</param>
    /// <param name="load">Loads these keys; what is not found is left out.</param>
    public Batch<TKey, TValue> For<TKey, TValue>(string kind, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
        where TKey : notnull
        where TValue : class => (Batch<TKey, TValue>)batches.GetOrAdd(kind, _ => new Batch<TKey, TValue>(load));
}
