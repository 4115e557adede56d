using GraphQL;
using GraphQL.Execution;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>Turns faults into GraphQL errors: a message that says what to do, and extensions that programs decide on.</summary>
internal sealed class GraphQLErrors : IErrorInfoProvider
{
    /// <summary>How many mistakes of one document are told at once.</summary>
    public const int Told = 10;

    /// <summary>The error of a fault; null stands for an error of ours, of which only the trace id is told.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="traceId">Finds the log line.</param>
    /// <param name="code">One of <see cref="GraphQLCodes"/>, when the kind of the fault does not say it.</param>
    public static ExecutionError Of(Fault? fault, string traceId, string? code = null)
    {
        if (fault is null)
        {
            return new ExecutionError($"The hub failed. Tell its operators: trace {traceId}.") { Extensions = new() { ["code"] = GraphQLCodes.Internal, ["traceId"] = traceId } };
        }

        var fields = fault.Fields.Select(f => new Dictionary<string, object?> { ["field"] = GraphFields.Spell(f.Field), ["reason"] = f.Reason, ["message"] = f.Message }).ToList();
        var error = new ExecutionError(fields.Count == 0 ? fault.Message : string.Join(" ", fields.Select(f => $"{f["field"]}: {f["message"]}")))
        {
            Extensions = new() { ["code"] = code ?? GraphQLCodes.Of(fault.Kind), ["reason"] = fault.Reason, ["traceId"] = traceId },
        };
        if (fields.Count > 0)
        {
            error.Extensions["fields"] = fields;
        }

        if (fault.CurrentEtag is { } etag)
        {
            error.Extensions["currentEtag"] = etag;
        }

        if (fault.RetryAfter is { } after)
        {
            error.Extensions["retryAfterMs"] = (long)Math.Ceiling(after.TotalMilliseconds);
        }

        return error;
    }

    /// <summary>What the engine found wrong with a document or a variable, without quoting what was sent.</summary>
    public static ExecutionError OfEngine(ExecutionError found, string traceId)
    {
        var message = found.Message;
        foreach (var quote in new[] { ", found ", " Did you mean", found.Message.StartsWith("Variable '$", StringComparison.Ordinal) ? "is invalid. " : "\0" })
        {
            var at = message.IndexOf(quote, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at].TrimEnd('.') + (quote == "is invalid. " ? "does not fit its type." : ".");
        }

        var error = new ExecutionError(message)
        {
            Extensions = new() { ["code"] = GraphQLCodes.ValidationFailed, ["reason"] = GraphQLCodes.ValidationFailed, ["traceId"] = traceId },
        };
        found.Locations?.ForEach(error.AddLocation);
        return error;
    }

    /// <inheritdoc />
    public ErrorInfo GetInfo(ExecutionError executionError) => new() { Message = executionError.Message, Extensions = executionError.Extensions };
}
