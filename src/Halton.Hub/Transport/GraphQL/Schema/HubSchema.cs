using System.Collections.Frozen;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>One schema, put together from the slices' parts, described by their XML documentation, and checked when it is made.</summary>
internal sealed class HubSchema : global::GraphQL.Types.Schema
{
    /// <summary>Makes it.</summary>
    /// <param name="title">Its name, the first word of its doors in the access table.</param>
    /// <param name="parts">What the slices add.</param>
    public HubSchema(string title, IReadOnlyList<GraphPart> parts)
    {
        Title = title;
        Nodes = parts.SelectMany(part => part.Nodes).ToDictionary(node => node.Name, StringComparer.Ordinal);
        Query = Root("Query", parts.Select(part => part.Queries))!;
        Query.AddField(NodeField.Of(Nodes));
        Mutation = Root("Mutation", parts.Select(part => part.Mutations));
        Subscription = Root("Subscription", parts.Select(part => part.Subscriptions));
        Initialize();
        Lists = AllTypes.OfType<IObjectGraphType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields.Where(IsUnpagedList), (type, one) => (one.Name, Length: one.GetMetadata<int?>(Limits.LengthOfList) ?? (one.ResolvedType!.GetNamedType() == type ? Limits.AssumedListOfItsKind : Limits.AssumedList)))
            .GroupBy(one => one.Name).ToFrozenDictionary(same => same.Key, same => same.Max(one => one.Length), StringComparer.Ordinal);
    }

    /// <summary>The schema's name.</summary>
    public string Title { get; }

    /// <summary>What <c>node</c> finds, by type.</summary>
    public IReadOnlyDictionary<string, NodeType> Nodes { get; }

    /// <summary>How long lists without <c>first</c> are taken to be, by the name of their field.</summary>
    public FrozenDictionary<string, int> Lists { get; }

    /// <summary>Every root field as a door of the access table, without <c>node</c>.</summary>
    public IEnumerable<string> Doors =>
        new[] { Query, Mutation, Subscription }.OfType<IObjectGraphType>()
            .SelectMany(root => root.Fields.Where(one => one.Name != NodeField.Name), (root, one) => $"{Title}/{root.Name}.{one.Name}");

    /// <summary>The schema in the schema definition language, sorted, with descriptions.</summary>
    public string Print() => this.Print(new PrintOptions { IncludeDescriptions = true, StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <inheritdoc />
    protected override SchemaTypes CreateSchemaTypes() => new(this, this, [new HubTypes()]);

    private static bool IsUnpagedList(FieldType one) =>
        (one.ResolvedType is NonNullGraphType needed ? needed.ResolvedType : one.ResolvedType) is ListGraphType && one.Name is not ("edges" or "nodes") && one.Arguments?.Find("first") is null;

    private static ObjectGraphType? Root(string name, IEnumerable<Type?> classes)
    {
        var fields = classes.OfType<Type>().SelectMany(type => ((IObjectGraphType)Activator.CreateInstance(typeof(RootFields<>).MakeGenericType(type))!).Fields).ToList();
        if (fields.Count == 0 && name != "Query")
        {
            return null;
        }

        var root = new ObjectGraphType { Name = name };
        fields.ForEach(field => root.AddField(field));
        return root;
    }
}
