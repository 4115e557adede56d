using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>The closed list of what <c>extensions.code</c> can say.</summary>
public static class GraphQLCodes
{
    /// <summary>The request is not formed as GraphQL over HTTP has it.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document is no GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document, or a variable, does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document is larger, or costs more, than the hub takes.</summary>
    public const string DocumentRefused = "DOCUMENT_REFUSED";

    /// <summary>The partner may send trusted documents only, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>An error of the hub.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>([BadRequest, ParseFailed, ValidationFailed, DocumentRefused, DocumentNotTrusted, Internal, .. Enum.GetValues<FaultKind>().Select(Of)]);

    /// <summary>The code of a kind of fault.</summary>
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.Invalid => "INVALID_ARGUMENT",
        FaultKind.NotFound => "NOT_FOUND",
        FaultKind.AlreadyExists => "ALREADY_EXISTS",
        FaultKind.FailedPrecondition => "FAILED_PRECONDITION",
        FaultKind.Aborted => "ABORTED",
        FaultKind.OutOfRange => "OUT_OF_RANGE",
        FaultKind.Unauthenticated => "UNAUTHENTICATED",
        FaultKind.PermissionDenied => "PERMISSION_DENIED",
        FaultKind.ResourceExhausted => "RESOURCE_EXHAUSTED",
        FaultKind.Unavailable => "UNAVAILABLE",
        FaultKind.Unimplemented => "UNIMPLEMENTED",
        _ => Internal,
    };

    /// <summary>The HTTP status of a request that is refused as a whole.</summary>
    public static int Status(FaultKind kind) => kind switch
    {
        FaultKind.Unauthenticated => 401,
        FaultKind.PermissionDenied => 403,
        FaultKind.ResourceExhausted => 429,
        FaultKind.Unavailable => 503,
        _ => 400,
    };
}
