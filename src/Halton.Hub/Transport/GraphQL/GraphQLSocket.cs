using System.Diagnostics;
using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Transport.GraphQL.Sockets;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// The graphql-transport-ws protocol: many operations on one WebSocket. The access token comes with the upgrade request or in
/// <c>connection_init</c>; when it ends, so do the operations and the socket.
/// </summary>
internal sealed class GraphQLSocket(GraphQLGate gate, GraphQLExecution execution, Authentication authentication, RateLimits limits, Refusals refusals, Drain drain, TimeProvider clock)
{
    private const string Protocol = "graphql-transport-ws";

    /// <summary>Serves one socket until it ends.</summary>
    public async Task Serve(HttpContext http, string schema)
    {
        var speaks = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(speaks ? Protocol : null);
        using var wire = new SocketWire(socket);
        if (!speaks)
        {
            await wire.Close(CloseCode.SubprotocolNotAcceptable, $"Speak {Protocol}.");
            return;
        }

        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        var operations = new SocketOperations(wire, gate, execution, limits, refusals, schema, traceId);
        var session = new SocketSession(wire, operations, authentication, drain, clock);
        await session.Run(http.Request.Headers.Authorization, http.Request.Headers["purpose-of-use"], http.RequestAborted);
    }
}
