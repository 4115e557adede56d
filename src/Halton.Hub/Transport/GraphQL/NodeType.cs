using GraphQL;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>How <c>node(id:)</c> finds one object of a type.</summary>
/// <param name="Name">The type's name in the schema and in its global ids, for example <c>Discharge</c>.</param>
/// <param name="Door">The root field whose access rule holds for it, for example <c>care/Query.dischargeStatus</c>.</param>
/// <param name="Find">Finds it, or throws the slice's own fault.</param>
public sealed record NodeType(string Name, string Door, Func<IResolveFieldContext, Guid, Task<object?>> Find);
