namespace Halton.Hub.Transport.GraphQL;

/// <summary>A page of a list, after the Relay cursor connections specification.</summary>
/// <param name="edges">The objects of the page.</param>
/// <param name="hasNextPage">Whether there is more.</param>
public class Connection<T>(IReadOnlyList<Edge<T>> edges, bool hasNextPage)
    where T : class
{
    /// <summary>The objects of this page with their places in the list.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The objects of this page.</summary>
    public IEnumerable<T> Nodes => Edges.Select(edge => edge.Node);

    /// <summary>Where the page lies.</summary>
    public PageInfo PageInfo { get; } = new(edges.Count > 0 ? edges[^1].Cursor : null, hasNextPage);
}
