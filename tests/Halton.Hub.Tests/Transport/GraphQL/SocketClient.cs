using System.Net.WebSockets;
using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A client of the graphql-transport-ws protocol.</summary>
public sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[1024 * 1024];

    /// <summary>Connects, and says nothing yet.</summary>
    public static async Task<SocketClient> Connect(HubUnderTest hub, string? protocol = "graphql-transport-ws", Action<ClientWebSocketOptions>? change = null)
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client.socket.Options.AddSubProtocol(protocol);
        }

        change?.Invoke(client.socket.Options);
        await client.socket.ConnectAsync(new UriBuilder(hub.GraphAddress("care")) { Scheme = "ws" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>Connects and is let in.</summary>
    public static async Task<SocketClient> Open(HubUnderTest hub, string token)
    {
        var client = await Connect(hub);
        await client.Send(new { type = "connection_init", payload = new { authorization = "Bearer " + token, purposeOfUse = "TREAT" } });
        Assert.Equal("connection_ack", (await client.Receive()).At("type").GetString());
        return client;
    }

    /// <summary>Sends a message.</summary>
    public Task Send(object message) => Send(JsonSerializer.SerializeToUtf8Bytes(message));

    /// <summary>Sends whatever text.</summary>
    public Task Send(byte[] text, WebSocketMessageType type = WebSocketMessageType.Text) => socket.SendAsync(text, type, true, CancellationToken.None);

    /// <summary>Begins an operation.</summary>
    public Task Subscribe(string id, string query, object? variables = null) => Send(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>Follows a ward.</summary>
    public Task Ward(string id, string ward, string? token = null) => Subscribe(
        id, "subscription($w: String, $t: String) { dischargeChanged(ward: $w, resumeToken: $t) { resumeToken discharge { dischargeId } } }", new { w = ward, t = token });

    /// <summary>The next message.</summary>
    public async Task<JsonElement> Receive()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var result = await socket.ReceiveAsync(buffer, patience.Token);
        Assert.True(result.MessageType == WebSocketMessageType.Text, $"closed with {(int?)result.CloseStatus} {result.CloseStatusDescription}");
        return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, result.Count));
    }

    /// <summary>The next message about an operation that is no bookmark.</summary>
    public async Task<JsonElement> Tell(string id)
    {
        while (true)
        {
            var message = await Receive();
            if (message.At("id").GetString() == id && !(message.At("type").GetString() == "next" && message.At("payload.data").TryGetProperty("dischargeChanged", out var item) && item.At("discharge").ValueKind == JsonValueKind.Null))
            {
                return message;
            }
        }
    }

    /// <summary>Reads to the end; answers the close code.</summary>
    public async Task<int?> Closed()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        return (int?)socket.CloseStatus;
    }

    /// <summary>Goes without a word.</summary>
    public void Drop() => socket.Abort();

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();
}
