using System.Collections.Concurrent;
using System.Collections.Frozen;
using Halton.Hub.Transport.GraphQL.Schema;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>The hub's schemas, physically apart. They are made and checked when the node starts.</summary>
public sealed class HubSchemas
{
    /// <summary>Services, organisations and figures; no person. Served at <c>/graphql</c>.</summary>
    public const string Directory = "directory";

    /// <summary>People in the care of health and social care. Served at <c>/graphql/care</c>.</summary>
    public const string Care = "care";

    // A schema follows from its parts alone, and to make it is most of a node's start; nodes of one process share it.
    private static readonly ConcurrentDictionary<string, Lazy<HubSchema>> Made = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, HubSchema> schemas;

    /// <summary>Makes the schemas that have parts.</summary>
    public HubSchemas(IEnumerable<GraphPart> parts) =>
        schemas = parts.GroupBy(part => part.Schema).ToFrozenDictionary(schema => schema.Key, schema => Make(schema.Key, [.. schema]), StringComparer.Ordinal);

    /// <summary>Names of the schemas that are served.</summary>
    public IEnumerable<string> Served => schemas.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every root field of every schema, as the access table names it.</summary>
    public IEnumerable<string> Doors => schemas.Values.SelectMany(schema => schema.Doors);

    /// <summary>Every door that a node type leans on.</summary>
    public IEnumerable<string> NodeDoors => schemas.Values.SelectMany(schema => schema.Nodes.Values).Select(node => node.Door);

    /// <summary>A schema in the schema definition language.</summary>
    public string Print(string schema) => schemas[schema].Print();

    /// <summary>A schema that is served.</summary>
    internal HubSchema Find(string schema) => schemas[schema];

    private static HubSchema Make(string title, GraphPart[] parts) => Made.GetOrAdd(
        string.Join('\n', parts.Select(part => $"{title} {part.Queries} {part.Mutations} {part.Subscriptions} {string.Join(' ', part.Nodes.Select(node => node.Name))}")),
        _ => new Lazy<HubSchema>(() => new HubSchema(title, parts))).Value;
}
