using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL;
using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>The operations of one socket.</summary>
internal sealed class SocketOperations(SocketWire wire, GraphQLGate gate, GraphQLExecution execution, RateLimits limits, Refusals refusals, string schema, string traceId)
{
    private const int Most = 50;
    private readonly ConcurrentDictionary<string, Running> running = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Fault> unheard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Fault? ending;

    /// <summary>The purpose of use of all of them.</summary>
    public string? Purpose { get; set; }

    /// <summary>Completes when an operation found that the caller may not be heard any more.</summary>
    public Task<Fault> Unheard => unheard.Task;

    /// <summary>Begins one.</summary>
    public Task Begin(SocketMessage message, string? authorization)
    {
        if (message.Id is not { } id || message.Payload.ValueKind != JsonValueKind.Object)
        {
            throw new SocketClosed(CloseCode.InvalidMessage, "subscribe takes an id and a payload.");
        }

        var operation = new Running();
        if (!running.TryAdd(id, operation))
        {
            operation.Dispose();
            throw new SocketClosed(CloseCode.SubscriberExists, $"Subscriber for {id} already exists");
        }

        operation.Task = Task.Run(() => Run(id, operation, message.Payload, authorization));
        return Task.CompletedTask;
    }

    /// <summary>Ends one that the client has done with.</summary>
    public Task Complete(string? id) => id is not null && running.TryGetValue(id, out var operation) ? operation.Cancel() : Task.CompletedTask;

    /// <summary>Ends all; each tells the fault to its client, when there is one to tell.</summary>
    public async Task End(Fault? fault)
    {
        ending = fault;
        var all = running.Values.ToList();
        foreach (var operation in all)
        {
            await operation.Cancel();
        }

        await Task.WhenAll(all.ConvertAll(operation => operation.Task));
    }

    private async Task Run(string id, Running operation, JsonElement payload, string? authorization)
    {
        try
        {
            if (running.Count > Most)
            {
                throw new Fault(FaultKind.ResourceExhausted, "TOO_MANY_OPERATIONS", $"At most {Most} operations at a time on one socket.");
            }

            var visitor = await gate.Enter(schema, authorization, Purpose, traceId, operation.Token);
            var admission = await gate.Admit(visitor, GraphQLRequest.Read(payload), operation.Token);
            await Answer(id, admission, operation.Token);
            Forget(id);
            await wire.Send(SocketMessage.Write("complete", id));
        }
        catch (OperationCanceledException) when (operation.Token.IsCancellationRequested)
        {
            Forget(id);
            await (ending is { } fault ? Refuse(id, RequestRefused.Of(fault)) : Task.CompletedTask);
        }
        catch (RequestRefused refused)
        {
            Forget(id);
            await Refuse(id, refused);
        }
        catch (Exception e)
        {
            Forget(id);
            await Refuse(id, RequestRefused.Of(await refusals.Take(e, schema, null, traceId)));
        }
        finally
        {
            operation.Dispose();
        }
    }

    private async Task Answer(string id, Admission admission, CancellationToken ct)
    {
        if (!admission.IsSubscription)
        {
            await Next(id, await execution.Run(admission, ct));
            return;
        }

        using var watch = limits.DemandWatch(admission.Visitor.Caller);
        await foreach (var result in execution.Follow(admission, ct))
        {
            await Next(id, result);
        }
    }

    private async Task Next(string id, ExecutionResult result) => await wire.Send(SocketMessage.Write("next", id, await GraphQLJson.Write(result, CancellationToken.None)));

    private async Task Refuse(string id, RequestRefused refused)
    {
        await wire.Send(SocketMessage.Write("error", id, await GraphQLJson.Write(refused.Errors(traceId), CancellationToken.None)));
        if (refused.Fault is { Kind: FaultKind.Unauthenticated } fault)
        {
            unheard.TrySetResult(fault);
        }
    }

    private void Forget(string id) => running.TryRemove(id, out _);

    private sealed class Running : IDisposable
    {
        private readonly CancellationTokenSource end = new();

        public CancellationToken Token => end.Token;

        public Task Task { get; set; } = Task.CompletedTask;

        public async Task Cancel()
        {
            try
            {
                await end.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself in this moment.
            }
        }

        public void Dispose() => end.Dispose();
    }
}
