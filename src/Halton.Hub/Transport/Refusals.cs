using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Transport;

/// <summary>What every gate does with what went wrong: names it, logs it without its text, and puts it on record before it is answered.</summary>
public sealed partial class Refusals(AuditLog audit, DatabaseFaults database, ILogger<Refusals> log)
{
    /// <summary>Takes an exception; answers the fault to tell the caller, or null for an error of ours, of which only the trace id is told.</summary>
    /// <param name="e">What went wrong.</param>
    /// <param name="door">What was asked for.</param>
    /// <param name="call">The call, as far as it came.</param>
    /// <param name="traceId">Finds the log line.</param>
    public async Task<Fault?> Take(Exception e, string door, Call? call, string traceId)
    {
        var fault = e as Fault ?? database.Translate(e);
        if (fault is null)
        {
            LogUnexpected(log, door, traceId, e.GetType().Name, e.StackTrace);
        }
        else
        {
            LogRefused(log, door, traceId, call?.Caller.Partner ?? "-", fault.Reason);
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
                return unrecorded;
            }
        }

        return fault;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Door} refused to {Partner}: {Reason} (trace {TraceId})")]
    private static partial void LogRefused(ILogger log, string door, string traceId, string partner, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Door} failed unexpectedly with {Error} (trace {TraceId}) {Stack}")]
    private static partial void LogUnexpected(ILogger log, string door, string traceId, string error, string? stack);
}
