using GraphQLParser.AST;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>
/// Refuses a document that would cost more than it can be worth, before the engine validates it. It looks at every node once; fragments
/// are measured once each, however often they are spread. Faults: see <see cref="Limits"/>; FRAGMENT_CYCLE, NOT_EXECUTABLE, FIRST_OUT_OF_RANGE.
/// </summary>
public static class DocumentGuard
{
    /// <summary>Checks a text that is not yet parsed: a document, or variables.</summary>
    public static void Check(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            Limits.Digits.Demand(digits);
        }
    }

    /// <summary>Checks a parsed document.</summary>
    /// <param name="document">The document, parsed with <see cref="Limits.ParserDepth"/>.</param>
    public static void Check(GraphQLDocument document)
    {
        Limits.Definitions.Demand(document.Definitions.Count);
        var shape = new DocumentShape();
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case GraphQLOperationDefinition operation:
                    shape.Look(operation);
                    break;
                case GraphQLFragmentDefinition fragment:
                    shape.Look(fragment);
                    break;
                default:
                    throw new Fault(FaultKind.Invalid, "NOT_EXECUTABLE", "A request holds operations and fragments only.");
            }
        }

        var expansion = new DocumentExpansion(document);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            expansion.Check(operation);
        }

        // Fragments that no operation spreads may still turn in a circle.
        expansion.CheckRest();
    }
}
