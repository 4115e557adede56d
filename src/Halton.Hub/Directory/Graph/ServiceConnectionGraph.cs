using GraphQL;
using Halton.Hub.Directory.Finding;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>A page of services. A service that goes on fitting the filter appears on exactly one page.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="count">Counts all that fit.</param>
/// <param name="talk">Tells services.</param>
public sealed class ServiceConnectionGraph(ServicePage page, Func<CancellationToken, Task<long>> count, DirectoryTalkGraph talk)
    : Connection<ServiceGraph>([.. page.Hits.Select(hit => new Edge<ServiceGraph>(talk.Tell(hit), hit.Cursor))], page.HasMore)
{
    /// <summary>How many services fit at this moment, exactly; counted only when asked for, by a statement of its own.</summary>
    public async Task<int> TotalCount(IResolveFieldContext context) => (int)await count(context.CancellationToken);
}
