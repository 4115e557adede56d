using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQL.Types;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>
/// An input type made from a class with settable properties. What C# does not demand (<c>required</c>, or a record's constructor) may be left out, or be null; a list
/// that was left out is empty. Texts that name an id are IDs.
/// </summary>
internal sealed class HubInputType<T> : AutoRegisteringInputObjectGraphType<T>
{
    /// <inheritdoc />
    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var given = value.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value);
        // The engine would make an init-only list that was left out null, whatever its own default.
        foreach (var list in Fields.Where(field => field.ResolvedType is ListGraphType))
        {
            given.TryAdd(list.Name, Array.Empty<object>());
        }

        return base.ParseDictionary(given);
    }

    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        (Name, Description) = (GraphNames.Of(typeof(T)), Descriptions.Of(typeof(T)));
        base.ConfigureGraph();
    }

    /// <inheritdoc />
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var made = base.CreateField(memberInfo);
        made?.Description = Descriptions.Of(memberInfo);
        return made;
    }

    /// <inheritdoc />
    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo)
    {
        var type = base.GetTypeInformation(memberInfo);
        var optional = !Demanded(memberInfo);
        if (type.IsList)
        {
            type.ListIsNullable |= optional;
        }
        else
        {
            type.IsNullable |= optional;
        }

        if (type.Type == typeof(string) && (memberInfo.Name.EndsWith("Id", StringComparison.Ordinal) || memberInfo.Name.EndsWith("Ids", StringComparison.Ordinal)))
        {
            type.GraphType = typeof(IdGraphType);
        }

        return type;
    }

    // A record demands what its constructor has no default for, unless that may be null.
    private static bool Demanded(MemberInfo member)
    {
        var parameter = typeof(T).GetConstructors() is [var only] ? only.GetParameters().FirstOrDefault(p => p.Name == member.Name) : null;
        return parameter is { HasDefaultValue: false }
            ? new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull
            : member.GetCustomAttribute<RequiredMemberAttribute>() is not null;
    }
}
