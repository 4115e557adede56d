using GraphQL;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>A request that is answered with errors only.</summary>
/// <param name="status">HTTP status of the answer.</param>
/// <param name="malformed">Whether it was no GraphQL request at all, which older clients too must see in the status.</param>
/// <param name="errors">Makes the errors for a trace id.</param>
internal sealed class RequestRefused(int status, bool malformed, Func<string, IReadOnlyList<ExecutionError>> errors) : Exception
{
    /// <summary>One fault under a code of its own.</summary>
    public RequestRefused(string code, int status, Fault fault)
        : this(status, code == GraphQLCodes.BadRequest, traceId => [GraphQLErrors.Of(fault, traceId, code)])
    {
    }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>Whether it was no GraphQL request at all.</summary>
    public bool Malformed { get; } = malformed;

    /// <summary>The fault behind it, when it is one of a call and not of the request's form.</summary>
    public Fault? Fault { get; private init; }

    /// <summary>A fault, under the code of its kind; null stands for an error of ours.</summary>
    public static RequestRefused Of(Fault? fault) => fault is null
        ? new RequestRefused(500, true, traceId => [GraphQLErrors.Of(null, traceId)])
        : new RequestRefused(GraphQLCodes.Status(fault.Kind), fault.Kind != FaultKind.Invalid, traceId => [GraphQLErrors.Of(fault, traceId)]) { Fault = fault };

    /// <summary>A request that is not formed as GraphQL over HTTP has it.</summary>
    public static RequestRefused NotFormed(string reason, string message, int status = 400) => new(GraphQLCodes.BadRequest, status, new Fault(FaultKind.Invalid, reason, message));

    /// <summary>A method that this address, or this operation, does not take.</summary>
    public static RequestRefused MethodNotAllowed() => NotFormed("METHOD_NOT_ALLOWED", "Use POST.", 405);

    /// <summary>The errors of the answer.</summary>
    public IReadOnlyList<ExecutionError> Errors(string traceId) => errors(traceId);

    /// <summary>The answer.</summary>
    public ExecutionResult Result(string traceId)
    {
        var result = new ExecutionResult();
        foreach (var error in Errors(traceId))
        {
            result.AddError(error);
        }

        return result;
    }
}
