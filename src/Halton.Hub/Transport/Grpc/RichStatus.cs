using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Halton.Hub.Foundation;
using Status = Google.Rpc.Status;

namespace Halton.Hub.Transport.Grpc;

/// <summary>Turns a fault into a gRPC status with google.rpc details: ErrorInfo always; BadRequest, RetryInfo and the current etag where they help.</summary>
public static class RichStatus
{
    private const string Domain = "halton.hub";

    /// <summary>The exception that carries the status; null stands for an error of ours, of which only the trace id is told.</summary>
    public static RpcException Of(Fault? fault, string traceId)
    {
        if (fault is null)
        {
            return new RpcException(new global::Grpc.Core.Status(StatusCode.Internal, $"The hub failed. Tell its operators: trace {traceId}."));
        }

        var info = new ErrorInfo { Reason = fault.Reason, Domain = Domain, Metadata = { ["trace_id"] = traceId } };
        if (fault.CurrentEtag is { } etag)
        {
            info.Metadata["current_etag"] = etag;
        }

        var status = new Status { Code = (int)Code(fault.Kind), Message = fault.Message, Details = { Any.Pack(info) } };
        if (fault.Fields.Count > 0)
        {
            status.Details.Add(Any.Pack(Bad(fault)));
        }

        if (fault.RetryAfter is { } after)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after) }));
        }

        return status.ToRpcException();
    }

    private static BadRequest Bad(Fault fault) => new()
    {
        FieldViolations = { fault.Fields.Select(f => new BadRequest.Types.FieldViolation { Field = f.Field, Reason = f.Reason, Description = f.Message }) },
    };

    /// <summary>The status of a kind of fault.</summary>
    public static StatusCode Code(FaultKind kind) => kind switch
    {
        FaultKind.Invalid => StatusCode.InvalidArgument,
        FaultKind.NotFound => StatusCode.NotFound,
        FaultKind.AlreadyExists => StatusCode.AlreadyExists,
        FaultKind.FailedPrecondition => StatusCode.FailedPrecondition,
        FaultKind.Aborted => StatusCode.Aborted,
        FaultKind.OutOfRange => StatusCode.OutOfRange,
        FaultKind.Unauthenticated => StatusCode.Unauthenticated,
        FaultKind.PermissionDenied => StatusCode.PermissionDenied,
        FaultKind.ResourceExhausted => StatusCode.ResourceExhausted,
        FaultKind.Unavailable => StatusCode.Unavailable,
        FaultKind.Unimplemented => StatusCode.Unimplemented,
        _ => StatusCode.Internal,
    };
}
