using GraphQL.DataLoader;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// Loads many objects at once: fields ask for one key each while the engine resolves a level, and the first of them to be waited for loads
/// all keys that were asked for by then. A key is loaded once in a request.
/// </summary>
/// <param name="load">Loads these keys; what is not found is left out.</param>
public sealed class Batch<TKey, TValue>(Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock door = new();
    private readonly Dictionary<TKey, Task<IReadOnlyDictionary<TKey, TValue>>> loaded = [];
    private readonly HashSet<TKey> waiting = [];

    /// <summary>Asks for a key; the result is null when there is no such.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (door)
        {
            if (!loaded.ContainsKey(key))
            {
                waiting.Add(key);
            }
        }

        return new Result(this, key);
    }

    private async Task<TValue?> Get(TKey key)
    {
        Task<IReadOnlyDictionary<TKey, TValue>>? answer;
        lock (door)
        {
            if (!loaded.TryGetValue(key, out answer))
            {
                var keys = waiting.ToList();
                waiting.Clear();
                answer = load(keys);
                keys.ForEach(each => loaded[each] = answer);
            }
        }

        return (await answer).GetValueOrDefault(key);
    }

    private sealed class Result(Batch<TKey, TValue> batch, TKey key) : IDataLoaderResult<TValue?>
    {
        // Whoever loads was given the request's own token.
        public Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default) => batch.Get(key);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
