using GraphQL.Types;
using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>A scalar that travels as text in one exact form.</summary>
internal abstract class TextScalar<T> : ScalarGraphType
    where T : struct
{
    /// <summary>Reads the text; null when it has another form.</summary>
    protected abstract T? Read(string text);

    /// <summary>Writes the text.</summary>
    protected abstract string Write(T value);

    /// <inheritdoc />
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Read((string)text.Value) is { } read ? read : ThrowLiteralConversionError(value, null),
        _ => ThrowLiteralConversionError(value, null),
    };

    /// <inheritdoc />
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        T already => already,
        string text => Read(text) is { } read ? read : ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc />
    public override object? Serialize(object? value) => value switch
    {
        null => null,
        T given => Write(given),
        _ => ThrowSerializationError(value),
    };
}
