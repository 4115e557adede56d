using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>The engine's rule against unknown fields, ended after as many as an answer tells of: for each it compares the word with every field of the type.</summary>
internal sealed class KnownFields : ValidationRuleBase
{
    /// <summary>All the engine's rules, with this one in its place.</summary>
    public static readonly IReadOnlyList<IValidationRule> AmongAll = [.. DocumentValidator.CoreRules.Select(rule => rule is FieldsOnCorrectType ? new KnownFields() : rule)];

    /// <inheritdoc />
    public override async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        await FieldsOnCorrectType.Instance.GetPreNodeVisitorAsync(context) is { } rule ? new FirstFew(rule) : null;

    private sealed class FirstFew(INodeVisitor rule) : INodeVisitor
    {
        private int unknown;

        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            node is GraphQLField && context.TypeInfo.GetFieldDef() is null && ++unknown > GraphQLErrors.Told ? ValueTask.CompletedTask : rule.EnterAsync(node, context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => rule.LeaveAsync(node, context);
    }
}
