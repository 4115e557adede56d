using System.Net.WebSockets;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>A WebSocket that carries whole messages; one is written at a time, and a client that does not read is cut off.</summary>
internal sealed class SocketWire(WebSocket socket) : IDisposable
{
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim writing = new(1);
    private readonly byte[] buffer = new byte[Limits.RequestBytes + 1];

    /// <summary>The next text message; null when the client has closed or gone.</summary>
    public async Task<ReadOnlyMemory<byte>?> Receive(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                return null;
            }

            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Binary)
            {
                throw new SocketClosed(CloseCode.InvalidMessage, "Messages are text.");
            }

            if (length > Limits.RequestBytes)
            {
                throw new SocketClosed(CloseCode.MessageTooBig, $"At most {Limits.RequestBytes} bytes a message.");
            }

            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }
        }
    }

    /// <summary>Sends a message; when it cannot be sent, the connection is cut and reading ends.</summary>
    public async Task Send(byte[] message)
    {
        await writing.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var slow = new CancellationTokenSource(SlowestRead);
                await socket.SendAsync(message, WebSocketMessageType.Text, true, slow.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Says why the hub closes.</summary>
    public async Task Close(CloseCode code, string reason)
    {
        await writing.WaitAsync();
        try
        {
            using var moment = new CancellationTokenSource(Farewell);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)(int)code, reason, moment.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Gives the client a moment to close too; what it sent before it heard of the end is passed over.</summary>
    public async Task Part()
    {
        using var moment = new CancellationTokenSource(Farewell);
        try
        {
            while (socket.State == WebSocketState.CloseSent && (await socket.ReceiveAsync(buffer.AsMemory(), moment.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    /// <inheritdoc />
    public void Dispose() => writing.Dispose();
}
