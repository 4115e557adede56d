namespace Halton.Hub.Transport.GraphQL;

/// <summary>One object of a list, and its place there.</summary>
/// <param name="node">The object.</param>
/// <param name="cursor">Its place.</param>
public class Edge<T>(T node, string cursor)
    where T : class
{
    /// <summary>Place of the object in the list, opaque; bound to the caller and to the filters.</summary>
    public string Cursor { get; } = cursor;

    /// <summary>The object.</summary>
    public T Node { get; } = node;
}
