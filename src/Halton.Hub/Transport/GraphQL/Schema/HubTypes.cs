using GraphQL.Types;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>Which graph type stands for a C# type: the hub's scalars, enumerations, and the hub's own makers of objects and inputs.</summary>
internal sealed class HubTypes : IGraphTypeMappingProvider
{
    private static readonly Dictionary<Type, Type> Scalars = new()
    {
        [typeof(string)] = typeof(StringGraphType),
        [typeof(bool)] = typeof(BooleanGraphType),
        [typeof(int)] = typeof(IntGraphType),
        [typeof(double)] = typeof(FloatGraphType),
        [typeof(decimal)] = typeof(FloatGraphType),
        [typeof(Guid)] = typeof(IdGraphType),
        [typeof(DateTimeOffset)] = typeof(DateTimeScalar),
        [typeof(DateOnly)] = typeof(DateScalar),
        [typeof(TimeOnly)] = typeof(TimeScalar),
    };

    /// <inheritdoc />
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredGraphType)
    {
        if (preferredGraphType is not null)
        {
            return preferredGraphType;
        }

        return Scalars.TryGetValue(clrType, out var scalar) ? scalar : Maker(clrType, isInputType).MakeGenericType(clrType);
    }

    private static Type Maker(Type type, bool input) => type switch
    {
        { IsEnum: true } => typeof(HubEnumType<>),
        { IsInterface: true } => typeof(HubInterfaceType<>),
        _ => input ? typeof(HubInputType<>) : typeof(HubObjectType<>),
    };
}
