namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// What one slice adds to a schema. Each class holds root fields as public methods, is made by the container and gets the permitted call
/// from <c>context.Call()</c>; its summaries become the schema's descriptions.
/// </summary>
/// <param name="Schema">One of <see cref="HubSchemas.Directory"/> and <see cref="HubSchemas.Care"/>.</param>
/// <param name="Queries">Class of fields of <c>Query</c>.</param>
/// <param name="Mutations">Class of fields of <c>Mutation</c>.</param>
/// <param name="Subscriptions">Class of fields of <c>Subscription</c>, each an async stream made by <c>context.Stream</c>.</param>
public sealed record GraphPart(string Schema, Type? Queries = null, Type? Mutations = null, Type? Subscriptions = null)
{
    /// <summary>Types of which <c>node(id:)</c> finds one.</summary>
    public IReadOnlyList<NodeType> Nodes { get; init; } = [];
}
