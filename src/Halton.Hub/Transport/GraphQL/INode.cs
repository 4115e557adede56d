using GraphQL;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>Whatever has a global id.</summary>
[Name("Node")]
public interface INode
{
    /// <summary>Global id, opaque: give it to <c>node</c> to find the object again.</summary>
    [Id]
    string Id { get; }
}
