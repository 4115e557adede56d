using GraphQL;
using GraphQLParser.AST;
using Halton.Hub.Access;
using Halton.Hub.Transport.GraphQL.Guard;
using Halton.Hub.Transport.GraphQL.Schema;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>The root fields of an operation as calls: each has its rule in the access table, and its own place on record.</summary>
internal sealed class RootCalls(Visitor visitor, AccessTable table, IEnumerable<GraphQLField> fields, GraphQLOperationDefinition operation, Inputs variables)
{
    private readonly List<GraphQLField> fields = [.. fields];

    /// <summary>Whether the schema itself is asked for.</summary>
    public bool AskForSchema => fields.Exists(root => root.IsMeta() && root.Name.StringValue != "__typename");

    /// <summary>Calls of the fields that have a rule; what has none is left to the validator's refusal.</summary>
    public IEnumerable<Call> Ruled => fields.Select(Door).Where(table.Doors.ContainsKey).Select(door => Make(table.Find(door)));

    /// <summary>The call of each root field, by its name in the answer; a field without a rule is refused.</summary>
    public Dictionary<string, Call> Resolve()
    {
        var calls = new Dictionary<string, Call>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => !field.IsMeta()))
        {
            var door = field.Name.StringValue == NodeField.Name ? NodeField.Find(visitor.Schema.Nodes, NodeId(field)).Node.Door : Door(field);
            calls.TryAdd((field.Alias?.Name ?? field.Name).StringValue, Make(table.Find(door)));
        }

        return calls;
    }

    private string Door(GraphQLField field) => $"{visitor.Schema.Title}/{operation.Operation}.{field.Name.StringValue}";

    private Call Make(AccessRule rule) => new(visitor.Caller, rule, visitor.Purpose, visitor.TraceId);

    private string? NodeId(GraphQLField field) => field.Arguments?.ValueFor("id") switch
    {
        GraphQLStringValue literal => (string)literal.Value,
        GraphQLVariable variable => variables.TryGetValue(variable.Name.StringValue, out var given) ? given as string : Default(variable),
        _ => null,
    };

    private string? Default(GraphQLVariable variable) =>
        operation.Variables?.Items.FirstOrDefault(declared => declared.Variable.Name.Value == variable.Name.Value)?.DefaultValue is GraphQLStringValue text ? (string)text.Value : null;
}
