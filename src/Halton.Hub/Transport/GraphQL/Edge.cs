namespace Halton.Hub.Transport.GraphQL;

/// <summary>One object of a list, and its place there.</summary>
/// <param name="node">The object.</param>
/// <param name="cursor">Seals its place, which costs something and is rarely asked for.</param>
public class Edge<T>(T node, Func<string> cursor)
    where T : class
{
    /// <summary>One object whose place is sealed already.</summary>
    public Edge(T node, string cursor)
        : this(node, () => cursor)
    {
    }

    /// <summary>Place of the object in the list, opaque; bound to the caller and to the filters.</summary>
    public string Cursor => cursor();

    /// <summary>The object.</summary>
    public T Node { get; } = node;
}
