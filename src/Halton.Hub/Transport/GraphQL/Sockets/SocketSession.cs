using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>One socket from its first message to its end. It ends when the client closes, breaks the protocol, or may not be heard any more.</summary>
internal sealed class SocketSession(SocketWire wire, SocketOperations operations, Authentication authentication, Drain drain, TimeProvider clock)
{
    private static readonly TimeSpan InitialisedWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RightCheckedEvery = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? authorization;
    private volatile bool closing;

    /// <summary>Serves the socket.</summary>
    /// <param name="header">The upgrade request's Authorization.</param>
    /// <param name="purpose">The upgrade request's purpose of use.</param>
    /// <param name="ct">The connection is gone.</param>
    public async Task Run(string? header, string? purpose, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Read(header, purpose, ended.Token);
        var guarding = Guard(ended.Token);
        var first = await Task.WhenAny(reading, guarding);
        var (code, reason, fault) = await first;
        closing = true;
        await operations.End(fault);
        if (code is { } known)
        {
            await wire.Close(known, reason);
            await (reading.IsCompleted ? wire.Part() : Task.WhenAny(reading, Task.Delay(Farewell, CancellationToken.None)));
        }

        await ended.CancelAsync();
        await Task.WhenAll(reading, guarding);
    }

    private async Task<Ending> Read(string? header, string? purpose, CancellationToken ct)
    {
        try
        {
            while (await wire.Receive(ct) is { } bytes)
            {
                if (closing)
                {
                    // Sent before the client heard of the end.
                    continue;
                }

                var message = SocketMessage.Read(bytes) ?? throw new SocketClosed(CloseCode.InvalidMessage, "This is no message of the protocol.");
                await (message.Type switch
                {
                    "connection_init" => Initialise(message, header, purpose, ct),
                    "ping" => wire.Send(SocketMessage.Write("pong")),
                    "pong" => Task.CompletedTask,
                    "subscribe" when !initialised.Task.IsCompleted => throw new SocketClosed(CloseCode.Unauthorized, "Unauthorized"),
                    "subscribe" => operations.Begin(message, authorization),
                    "complete" => operations.Complete(message.Id),
                    _ => throw new SocketClosed(CloseCode.InvalidMessage, "This is no message of the protocol."),
                });
            }

            return new Ending(null, "", null);
        }
        catch (SocketClosed closed)
        {
            return new Ending(closed.Code, closed.Message, null);
        }
    }

    private async Task Initialise(SocketMessage message, string? header, string? purpose, CancellationToken ct)
    {
        if (initialised.Task.IsCompleted)
        {
            throw new SocketClosed(CloseCode.TooManyInitialisations, "Too many initialisation requests");
        }

        authorization = header ?? message.Text("authorization");
        operations.Purpose = purpose ?? message.Text("purposeOfUse");
        try
        {
            await authentication.Run(authorization, ct);
        }
        catch (Fault fault)
        {
            throw new SocketClosed(CloseCode.Forbidden, fault.Reason);
        }

        initialised.TrySetResult();
        await wire.Send(SocketMessage.Write("connection_ack"));
    }

    /// <summary>Watches over the socket: that it is initialised in time, that the token is still good, that the node does not stop.</summary>
    private async Task<Ending> Guard(CancellationToken ct)
    {
        try
        {
            if (await Task.WhenAny(initialised.Task, Task.Delay(InitialisedWithin, ct)) != initialised.Task)
            {
                ct.ThrowIfCancellationRequested();
                return new Ending(CloseCode.InitialisationTimeout, "Connection initialisation timeout", null);
            }

            while (!drain.Begun.IsCompleted)
            {
                await authentication.Run(authorization, ct);
                await Task.WhenAny(drain.Begun, operations.Unheard, Task.Delay(RightCheckedEvery, clock, ct));
                ct.ThrowIfCancellationRequested();
                if (operations.Unheard.IsCompleted)
                {
                    throw await operations.Unheard;
                }
            }

            return new Ending(CloseCode.GoingAway, "DRAINING", Fault.Retry(FaultKind.Unavailable, "DRAINING", "This node is stopping. Connect again and go on with the resume tokens.", TimeSpan.FromMilliseconds(200)));
        }
        catch (OperationCanceledException)
        {
            return new Ending(null, "", null);
        }
        catch (Fault fault)
        {
            return new Ending(fault.Kind == FaultKind.Unauthenticated ? CloseCode.Forbidden : CloseCode.InternalError, fault.Reason, fault);
        }
    }

    private sealed record Ending(CloseCode? Code, string Reason, Fault? Fault);
}
