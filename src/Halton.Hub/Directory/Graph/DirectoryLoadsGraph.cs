using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>Loads what hangs on many objects at once, one statement a kind and level.</summary>
internal static class DirectoryLoadsGraph
{
    /// <summary>What hangs on one object; an empty list when nothing does.</summary>
    public static IDataLoaderResult<IEnumerable<TGraph>> Many<T, TGraph>(
        this IResolveFieldContext context, string kind, Guid key, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<ILookup<Guid, T>>> load, Func<T, TGraph> tell) =>
        context.Loads().For<Guid, IEnumerable<TGraph>>(kind, async keys =>
        {
            var found = await load(keys, context.CancellationToken);
            return keys.ToDictionary(each => each, each => (IEnumerable<TGraph>)[.. found[each].Select(tell)]);
        }).Load(key)!;

    /// <summary>The one object of a key.</summary>
    public static IDataLoaderResult<TGraph?> One<T, TGraph>(
        this IResolveFieldContext context, string kind, Guid key, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<Dictionary<Guid, T>>> load, Func<T, TGraph> tell)
        where TGraph : class =>
        context.Loads().For<Guid, TGraph>(kind, async keys => (await load(keys, context.CancellationToken)).ToDictionary(pair => pair.Key, pair => tell(pair.Value))).Load(key);
}
