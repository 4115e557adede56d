using Halton.Hub.Access;
using Halton.Hub.Directory;
using Halton.Hub.Discharge;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A node whose schemas have the test's own fields beside the hub's.</summary>
public sealed class ProbeHub : IAsyncLifetime
{
    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <summary>Starts one.</summary>
    public static Task<HubUnderTest> Start(bool development = true) => HubUnderTest.Start(development: development, extend: services => services
        .AddSingleton<ProbeGraph>()
        .AddSingleton(new AccessTable([.. DischargePolicy.Rules, .. DirectoryPolicy.Rules, .. ProbeGraph.Rules]))
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(ProbeGraph), typeof(ProbeChangeGraph)))
        .AddSingleton<ProbeChangeGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(ProbeGraph), typeof(ProbeChangeGraph))));

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Hub = await Start();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
