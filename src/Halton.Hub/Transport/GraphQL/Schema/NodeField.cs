using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>The root field <c>node(id:)</c>. Its access rule is that of the type that the id names.</summary>
internal static class NodeField
{
    /// <summary>Its name.</summary>
    public const string Name = "node";

    private const string Id = "id";

    /// <summary>Makes it for a schema's types.</summary>
    public static FieldType Of(IReadOnlyDictionary<string, NodeType> nodes) => new()
    {
        Name = Name,
        Description = "Finds any object by its global id. One that is not yours to see is answered like one that does not exist.",
        Type = typeof(HubInterfaceType<INode>),
        Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<IdGraphType>> { Name = Id, Description = "The object's global id." }),
        Resolver = new FuncFieldResolver<object?>(async context =>
        {
            var (node, id) = Find(nodes, context.GetArgument<string>(Id));
            return await node.Find(context, id);
        }),
    };

    /// <summary>Which type an id names, and which object of it.</summary>
    public static (NodeType Node, Guid Id) Find(IReadOnlyDictionary<string, NodeType> nodes, string? id) =>
        GlobalId.TryParse(id, out var given) && nodes.TryGetValue(given.Type, out var node)
            ? (node, given.Id)
            : throw Fault.Invalid(Id, "GLOBAL_ID_INVALID", "This is not a global id of this schema. Give the id of an object as it was told.");
}
