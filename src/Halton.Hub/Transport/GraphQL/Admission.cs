using GraphQL;
using GraphQLParser.AST;
using Halton.Hub.Access;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>One request that may run: what it asks, and the permitted call of each of its root fields.</summary>
/// <param name="visitor">Who asks.</param>
/// <param name="document">The document.</param>
/// <param name="operation">The operation asked for.</param>
/// <param name="variables">The request's variables.</param>
/// <param name="calls">The permitted calls, by the root field's name in the answer.</param>
internal sealed class Admission(Visitor visitor, ReadyDocument document, GraphQLOperationDefinition operation, Inputs variables, IReadOnlyDictionary<string, Call> calls)
{
    private const string Key = "admission";

    /// <summary>Who asks.</summary>
    public Visitor Visitor { get; } = visitor;

    /// <summary>The document.</summary>
    public ReadyDocument Document { get; } = document;

    /// <summary>The operation asked for.</summary>
    public GraphQLOperationDefinition Operation { get; } = operation;

    /// <summary>The request's variables.</summary>
    public Inputs Variables { get; } = variables;

    /// <summary>The permitted calls, by the root field's name in the answer.</summary>
    public IReadOnlyDictionary<string, Call> Calls { get; } = calls;

    /// <summary>What the request loads in batches.</summary>
    public Loads Loads { get; set; } = new();

    /// <summary>Keeps a subscription from running ahead of its reader.</summary>
    public Pace Pace { get; } = new();

    /// <summary>Whether it is a subscription.</summary>
    public bool IsSubscription => Operation.Operation == OperationType.Subscription;

    /// <summary>What the engine carries to resolvers.</summary>
    public Dictionary<string, object?> UserContext => new() { [Key] = this };

    /// <summary>The request behind a field.</summary>
    public static Admission Of(IResolveFieldContext context) => (Admission)context.UserContext[Key]!;
}
