using System.Globalization;
using System.Numerics;
using GraphQLParser.AST;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>The argument <c>first</c>: from 1 to 100, wherever its value comes from.</summary>
internal static class PageSize
{
    private const string Name = "first";

    /// <summary>Refuses a literal outside the range; a variable is looked at when its value is known.</summary>
    public static void DemandLiteral(GraphQLField field)
    {
        if (field.Arguments?.ValueFor(Name) is { } value and not GraphQLVariable)
        {
            _ = Literal(value);
        }
    }

    /// <summary>The value that a field's <c>first</c> has in one request; null when it has none.</summary>
    public static int? Of(GraphQLField field, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables)
    {
        if (field.Arguments?.ValueFor(Name) is not { } value)
        {
            return null;
        }

        if (value is not GraphQLVariable variable)
        {
            return Literal(value);
        }

        var name = variable.Name.StringValue;
        if (variables.TryGetValue(name, out var given))
        {
            return Given(given);
        }

        var declared = operation.Variables?.Items.FirstOrDefault(v => v.Variable.Name.Value == variable.Name.Value);
        return declared?.DefaultValue is { } otherwise ? Literal(otherwise) : null;
    }

    private static int Literal(GraphQLValue value) =>
        value is GraphQLIntValue number && int.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first) ? InRange(first) : throw OutOfRange();

    private static int Given(object? value) => value switch
    {
        int first => InRange(first),
        long first => InRange(first),
        BigInteger => throw OutOfRange(),
        double first => InRange(first % 1 == 0 && first is > 0 and <= Limits.LargestFirst ? (long)first : 0),
        decimal first => InRange(first % 1 == 0 && first is > 0 and <= Limits.LargestFirst ? (long)first : 0),
        _ => throw OutOfRange(),
    };

    private static int InRange(long first) => first is >= 1 and <= Limits.LargestFirst ? (int)first : throw OutOfRange();

    private static Fault OutOfRange() => Fault.Invalid(Name, "FIRST_OUT_OF_RANGE", $"A whole number from 1 to {Limits.LargestFirst}.");
}
