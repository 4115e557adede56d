using Halton.Hub.Clock;

namespace Halton.Hub.Access;

/// <summary>One permitted call: who, what, and for which purpose. Every look and every change names it in the audit.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Rule">What is called: the entry of the access table that allowed it.</param>
/// <param name="Purpose">Purpose of use, HL7 v3 ActReason.</param>
/// <param name="TraceId">Finds the log lines and the trace of the call.</param>
public sealed record Call(Caller Caller, AccessRule Rule, string Purpose, string TraceId)
{
    /// <summary>The organisation behind the caller.</summary>
    public string Organization => Caller.Organization;

    /// <summary>The firing behind a call by one of the clock's jobs: what it changes counts only while its fence holds.</summary>
    public Fence? Fence { get; init; }

    /// <summary>Whether a twin of a change that is still running is turned away, REQUEST_STILL_RUNNING, instead of waiting for its answer.</summary>
    public bool TurnsTwinsAway { get; init; }

    /// <summary>Whether the call has left its audit row, so that no door writes a second one.</summary>
    internal bool OnRecord { get; set; }
}
