using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Transport.Grpc;

/// <summary>
/// Every gRPC call goes through here: who calls, how often, whether the access table lets it; then the door; then, if it was refused, the
/// refusal goes on record before it is answered. Health and reflection are open.
/// </summary>
public sealed partial class GrpcGate(Authentication authentication, RateLimits limits, AccessTable table, AuditLog audit, DatabaseFaults database, ILogger<GrpcGate> log)
    : Interceptor
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
        var call = context.GetHttpContext().Features.Get<Call>();
        var fault = e as Fault ?? database.Translate(e);
        if (fault is null && e is OperationCanceledException && context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Cancelled, "The call ended before its answer."));
        }

        var traceId = call?.TraceId ?? context.GetHttpContext().TraceIdentifier;
        if (fault is null)
        {
            LogUnexpected(log, context.Method, traceId, e.GetType().Name, e.StackTrace);
        }
        else
        {
            LogRefused(log, context.Method, traceId, call?.Caller.Partner ?? "-", fault.Reason);
        }

        // A flood is counted, not written down: the audit must not be the flood's next victim.
        if (call is { OnRecord: false, Rule.AboutPerson: true } && fault is not { Kind: FaultKind.Unavailable or FaultKind.ResourceExhausted })
        {
            try
            {
                await audit.Refused(call, fault?.Reason ?? "INTERNAL");
            }
            catch (Fault unrecorded)
            {
                fault = unrecorded;
            }
        }

        return RichStatus.Of(fault, traceId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} refused to {Partner}: {Reason} (trace {TraceId})")]
    private static partial void LogRefused(ILogger log, string method, string traceId, string partner, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed unexpectedly with {Error} (trace {TraceId}) {Stack}")]
    private static partial void LogUnexpected(ILogger log, string method, string traceId, string error, string? stack);
}
