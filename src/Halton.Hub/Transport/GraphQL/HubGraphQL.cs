using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>GraphQL on the HTTP port: <c>/graphql</c> and <c>/graphql/care</c>, over POST, GET (directory only), server-sent events and WebSocket.</summary>
internal static class HubGraphQL
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>Adds what the doors stand on.</summary>
    public static void AddHubGraphQL(this IServiceCollection services) => services
        .AddSingleton<HubSchemas>()
        .AddSingleton<GraphQLDocuments>()
        .AddSingleton<GraphQLGate>()
        .AddSingleton<GraphQLExecution>()
        .AddSingleton<GraphQLEndpoint>()
        .AddSingleton<EventStream>()
        .AddSingleton<GraphQLSocket>();

    /// <summary>Maps the schemas that have parts. Asking for them here makes and checks them while the node starts.</summary>
    public static void MapHubGraphQL(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = 2 * KeepAlive });
        var endpoint = app.Services.GetRequiredService<GraphQLEndpoint>();
        foreach (var schema in app.Services.GetRequiredService<HubSchemas>().Served)
        {
            var path = schema == HubSchemas.Directory ? "/graphql" : $"/graphql/{schema}";
            app.Map(path, http => endpoint.Serve(http, schema)).DisableAntiforgery();
        }
    }
}
