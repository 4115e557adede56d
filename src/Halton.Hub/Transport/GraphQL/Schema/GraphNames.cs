using System.Reflection;
using GraphQL;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>
/// Names of types in the schema: the class's own without <c>Graph</c>; <c>Connection&lt;DischargeGraph&gt;</c> is <c>DischargeConnection</c>, the
/// request of the operation <c>CreateService</c> is <c>CreateServiceInput</c>.
/// </summary>
internal static class GraphNames
{
    private const string Suffix = "Graph";

    /// <summary>The name of a class.</summary>
    public static string Of(Type type)
    {
        if (type.GetCustomAttribute<NameAttribute>() is { } given)
        {
            return given.Name;
        }

        if (type is { IsNested: true, Name: "Request" })
        {
            return type.DeclaringType!.Name + "Input";
        }

        var name = type.Name.Split('`')[0];
        name = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        return string.Concat(type.GetGenericArguments().Select(Of)) + name;
    }
}
