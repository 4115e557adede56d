using Google.Rpc;
using Grpc.Core;
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

    /// <summary>The call must name this field and why.</summary>
    public static async Task NamesField<T>(this AsyncUnaryCall<T> call, string field, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains((field, reason), refusal.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => (v.Field, v.Reason)));
    }
}
