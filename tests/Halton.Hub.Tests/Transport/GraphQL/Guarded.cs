using System.Collections.Frozen;
using GraphQL;
using GraphQLParser.AST;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>The guard, asked without a node.</summary>
internal static class Guarded
{
    /// <summary>What GraphQL tools ask a server for its schema.</summary>
    public const string Introspection = """
        query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...FullType } directives { name description locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    /// <summary>The reason of a document's refusal; empty when it passes.</summary>
    public static string Reason(string document)
    {
        try
        {
            var ready = GraphQLDocuments.Read(document);
            foreach (var operation in ready.Ast.Definitions.OfType<GraphQLOperationDefinition>())
            {
                _ = DocumentCost.Of(ready.Ast, operation, Inputs.Empty, FrozenDictionary<string, int>.Empty);
            }

            return "";
        }
        catch (RequestRefused refused)
        {
            return (string)refused.Errors("")[0].Extensions!["reason"]!;
        }
        catch (Fault fault)
        {
            return fault.Reason;
        }
    }
}
