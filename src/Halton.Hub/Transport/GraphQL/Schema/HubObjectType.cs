using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>An object type made from a class: its public properties and methods, with their summaries as descriptions.</summary>
internal class HubObjectType<T> : AutoRegisteringObjectGraphType<T>
{
    /// <inheritdoc />
    protected override void ConfigureGraph()
    {
        (Name, Description) = (GraphNames.Of(typeof(T)), Descriptions.Of(typeof(T)));
        base.ConfigureGraph();
        if (typeof(T).IsAssignableTo(typeof(INode)))
        {
            Interfaces.Add<HubInterfaceType<INode>>();
        }
    }

    /// <inheritdoc />
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var made = base.CreateField(memberInfo);
        made?.Description = Descriptions.Of(memberInfo);
        return made;
    }

    /// <inheritdoc />
    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        queryArgument.Description = Descriptions.Of(parameterInfo);
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
    }

    /// <inheritdoc />
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() =>
        base.GetRegisteredMembers().Where(member => !(member is MethodInfo method && (method.IsStatic || method.GetBaseDefinition().DeclaringType == typeof(object))));
}
