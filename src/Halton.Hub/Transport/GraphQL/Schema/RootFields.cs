using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>The root fields that one class of a slice holds; the class comes from the container.</summary>
internal sealed class RootFields<T> : HubObjectType<T>
    where T : notnull
{
    private static readonly Expression<Func<IResolveFieldContext, T>> FromContainer = context => context.RequestServices!.GetRequiredService<T>();

    /// <inheritdoc />
    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo) => FromContainer;
}
