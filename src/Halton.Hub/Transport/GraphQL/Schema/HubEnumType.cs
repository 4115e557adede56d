using GraphQL.Types;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>An enumeration made from a C# enumeration.</summary>
internal sealed class HubEnumType<T> : EnumerationGraphType<T>
    where T : struct, Enum
{
    /// <summary>Names and describes it.</summary>
    public HubEnumType()
    {
        (Name, Description) = (GraphNames.Of(typeof(T)), Descriptions.Of(typeof(T)));
        foreach (var value in Values)
        {
            value.Description = Descriptions.Of(typeof(T).GetField(value.Value!.ToString()!)!);
        }
    }
}
