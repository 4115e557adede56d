using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>Counts what a document holds as it is written.</summary>
internal sealed class DocumentShape
{
    private int selections;
    private int directives;

    /// <summary>Looks at an operation.</summary>
    public void Look(GraphQLOperationDefinition operation)
    {
        Limits.Arguments.Demand(operation.Variables?.Count ?? 0);
        foreach (var variable in operation.Variables?.Items ?? [])
        {
            Look(variable.Directives);
        }

        Look(operation.Directives);
        Look(operation.SelectionSet);
    }

    /// <summary>Looks at a fragment.</summary>
    public void Look(GraphQLFragmentDefinition fragment)
    {
        Look(fragment.Directives);
        Look(fragment.SelectionSet);
    }

    private void Look(GraphQLSelectionSet? set)
    {
        var aliases = 0;
        foreach (var node in set?.Selections ?? [])
        {
            Limits.Selections.Demand(++selections);
            switch (node)
            {
                case GraphQLField field:
                    aliases += field.Alias is null ? 0 : 1;
                    Limits.Aliases.Demand(aliases);
                    Limits.Arguments.Demand(field.Arguments?.Count ?? 0);
                    PageSize.DemandLiteral(field);
                    Look(field.Directives);
                    Look(field.SelectionSet);
                    break;
                case GraphQLInlineFragment inline:
                    Look(inline.Directives);
                    Look(inline.SelectionSet);
                    break;
                case GraphQLFragmentSpread spread:
                    Look(spread.Directives);
                    break;
            }
        }
    }

    private void Look(GraphQLDirectives? written)
    {
        Limits.Directives.Demand(written?.Count ?? 0);
        Limits.AllDirectives.Demand(directives += written?.Count ?? 0);
        foreach (var directive in written?.Items ?? [])
        {
            Limits.Arguments.Demand(directive.Arguments?.Count ?? 0);
        }
    }
}
