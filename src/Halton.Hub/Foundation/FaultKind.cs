namespace Halton.Hub.Foundation;

/// <summary>The kinds of refusal. Each door translates them once: gRPC to a status, GraphQL to a code, FHIR to an issue type.</summary>
public enum FaultKind
{
    /// <summary>A field is wrong; the request can never succeed as it is.</summary>
    Invalid,

    /// <summary>There is no such record, or the caller may not see it. The two are alike on purpose.</summary>
    NotFound,

    /// <summary>The record is there already, or the request id was used for something else.</summary>
    AlreadyExists,

    /// <summary>The record's state does not allow the step.</summary>
    FailedPrecondition,

    /// <summary>Somebody else changed the record in between.</summary>
    Aborted,

    /// <summary>The position asked for is no longer kept.</summary>
    OutOfRange,

    /// <summary>Nobody knows who is calling.</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied,

    /// <summary>Too much, too fast.</summary>
    ResourceExhausted,

    /// <summary>The hub cannot answer now; the same request may succeed later.</summary>
    Unavailable,

    /// <summary>The hub does not do this.</summary>
    Unimplemented,
}
