using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Halton.Hub.Access;

namespace Halton.Hub.Transport.Grpc;

/// <summary>
/// Every gRPC call goes through here: who calls, how often, whether the access table lets it; then the door; then, if it was refused, the
/// refusal goes on record before it is answered. Health and reflection are open.
/// </summary>
public sealed class GrpcGate(Authentication authentication, RateLimits limits, AccessTable table, Refusals refusals) : Interceptor
{
    private const string Purpose = "purpose-of-use";

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (IsOpen(context.Method))
        {
            return await continuation(request, context);
        }

        try
        {
            await Admit(context);
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw await Refuse(e, context);
        }
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (IsOpen(context.Method))
        {
            await continuation(request, responseStream, context);
            return;
        }

        try
        {
            var call = await Admit(context);
            using var watch = limits.DemandWatch(call.Caller);
            await continuation(request, responseStream, context);
        }
        catch (Exception e)
        {
            throw await Refuse(e, context);
        }
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (IsOpen(context.Method))
        {
            await continuation(requestStream, responseStream, context);
            return;
        }

        try
        {
            var call = await Admit(context);
            using var feed = limits.DemandWatch(call.Caller);
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e)
        {
            throw await Refuse(e, context);
        }
    }

    private static bool IsOpen(string method) => method.StartsWith("/grpc.health.", StringComparison.Ordinal) || method.StartsWith("/grpc.reflection.", StringComparison.Ordinal);

    private async ValueTask<Call> Admit(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        var caller = await authentication.Run(http.Request.Headers.Authorization, context.CancellationToken);
        var rule = table.Find(context.Method[1..]);
        string? purpose = http.Request.Headers[Purpose];
        var call = new Call(caller, rule, purpose is { Length: <= 20 } ? purpose : "", Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);
        http.Features.Set(call);
        limits.DemandCall(caller);
        AccessTable.Demand(rule, caller, purpose);
        return call;
    }

    private async Task<RpcException> Refuse(Exception e, ServerCallContext context)
    {
        if (e is OperationCanceledException && context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Cancelled, "The call ended before its answer."));
        }

        var call = context.GetHttpContext().Features.Get<Call>();
        var traceId = call?.TraceId ?? context.GetHttpContext().TraceIdentifier;
        return RichStatus.Of(await refusals.Take(e, context.Method, call, traceId), traceId);
    }
}
