using Grpc.Core;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>Why something was not taken.</summary>
/// <param name="Reason">The name of the fault.</param>
/// <param name="Field">The field that is wrong, when it is one.</param>
internal sealed record StayRefusal(string Reason, string? Field = null)
{
    /// <summary>The status that a gRPC caller gets.</summary>
    public StatusCode Status => (Reason, Field) switch
    {
        (_, not null) => StatusCode.InvalidArgument,
        ("KIND_NOT_ALLOWED", _) => StatusCode.PermissionDenied,
        ("DISCHARGE_NOT_FOUND", _) => StatusCode.NotFound,
        ("ETAG_MISMATCH", _) => StatusCode.Aborted,
        ("REQUEST_ID_REUSED" or "REVIEW_ALREADY_RECORDED", _) => StatusCode.AlreadyExists,
        _ => StatusCode.FailedPrecondition,
    };
}
