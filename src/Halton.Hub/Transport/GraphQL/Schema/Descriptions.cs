using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>The schemas' descriptions: what the XML documentation of the hub's own types says, on one line.</summary>
internal static partial class Descriptions
{
    private static readonly FrozenDictionary<string, XElement> Documented =
        XDocument.Load(Path.ChangeExtension(typeof(Descriptions).Assembly.Location, ".xml")).Descendants("member").ToFrozenDictionary(m => m.Attribute("name")!.Value);

    // A method's key goes on with its parameters; none of the hub's words needs an overload.
    private static readonly FrozenDictionary<string, XElement> Methods =
        Documented.Where(known => known.Key.StartsWith("M:", StringComparison.Ordinal)).GroupBy(known => known.Key.Split('(')[0]).ToFrozenDictionary(same => same.Key, same => same.First().Value);

    /// <summary>What a type stands for.</summary>
    public static string? Of(Type type) => Text(Find("T:" + Name(type))?.Element("summary"));

    /// <summary>What a property, a method or a constant stands for; one that inherits its words is asked for at its interface.</summary>
    public static string? Of(MemberInfo member)
    {
        var found = Find(member);
        return found?.Element("inheritdoc") is null
            ? Text(found?.Element("summary"))
            : member.DeclaringType!.GetInterfaces().SelectMany(face => face.GetMember(member.Name)).Select(Of).FirstOrDefault();
    }

    /// <summary>What a parameter stands for.</summary>
    public static string? Of(ParameterInfo parameter) =>
        Text(Find(parameter.Member)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter.Name));

    private static XElement? Find(MemberInfo member)
    {
        var name = $"{Name(member.DeclaringType!)}.{member.Name}";
        return member is MethodInfo ? Methods.GetValueOrDefault("M:" + name) : Find((member is FieldInfo ? "F:" : "P:") + name);
    }

    private static XElement? Find(string key) => Documented.GetValueOrDefault(key);

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = element.DescendantNodes().Select(node => node switch
        {
            XText { Parent.Name.LocalName: "c" } code => $"`{code.Value}`",
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.', '(')[^1],
            _ => "",
        });
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
