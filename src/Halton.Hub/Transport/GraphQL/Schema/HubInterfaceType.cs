using System.Reflection;
using GraphQL.Types;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>An interface type made from a C# interface.</summary>
internal sealed class HubInterfaceType<T> : AutoRegisteringInterfaceGraphType<T>
{
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
}
