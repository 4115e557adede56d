using Google.Rpc;
using Grpc.Core;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Reads refusals.</summary>
public static class Faults
{
    /// <summary>The call must be refused with this status and reason; answers the details.</summary>
    public static async Task<Google.Rpc.Status> Refused(this Task call, StatusCode code, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call);
        var status = refusal.GetRpcStatus();
        Assert.Equal((code, reason), (refusal.StatusCode, status?.GetDetail<ErrorInfo>()?.Reason));
        return status!;
    }

    /// <summary>The call must be refused with this status and reason.</summary>
    public static Task<Google.Rpc.Status> Refused<T>(this AsyncUnaryCall<T> call, StatusCode code, string reason) => call.ResponseAsync.Refused(code, reason);

    /// <summary>The operation must be refused with this kind and reason; answers the fault.</summary>
    public static async Task<Fault> Refused(this Task operation, FaultKind kind, string reason)
    {
        var fault = await Assert.ThrowsAsync<Fault>(() => operation);
        Assert.Equal((kind, reason), (fault.Kind, fault.Reason));
        return fault;
    }

    /// <summary>The operation must name these fields and why, and no others.</summary>
    public static async Task NamesFields(this Task operation, params (string Field, string Reason)[] fields)
    {
        var fault = await Assert.ThrowsAsync<Fault>(() => operation);
        Assert.Equal(FaultKind.Invalid, fault.Kind);
        Assert.Equal(fields.Order(), fault.Fields.Select(f => (f.Field, f.Reason)).Order());
    }

    /// <summary>The call must name this field and why.</summary>
    public static async Task NamesField<T>(this AsyncUnaryCall<T> call, string field, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains((field, reason), refusal.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => (v.Field, v.Reason)));
    }
}
