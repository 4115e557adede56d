using System.Diagnostics.CodeAnalysis;

namespace Halton.Hub.Foundation;

/// <summary>
/// A named refusal. The reason is stable and upper-case; the message says what to do and never carries a person's data.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A fault is a word of the hub's vocabulary; every door speaks of faults.")]
public sealed class Fault : Exception
{
    /// <summary>Makes a fault about the request as a whole.</summary>
    public Fault(FaultKind kind, string reason, string message)
        : base(message)
    {
        Kind = kind;
        Reason = reason;
    }

    /// <summary>What kind of refusal it is.</summary>
    public FaultKind Kind { get; }

    /// <summary>The stable name, for example <c>ETAG_MISMATCH</c>.</summary>
    public string Reason { get; }

    /// <summary>The fields that are wrong, when the fault is about fields.</summary>
    public IReadOnlyList<FieldFault> Fields { get; private init; } = [];

    /// <summary>After how long the same request may succeed, when waiting helps.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The etag that the record has now, when a stale one was given.</summary>
    public string? CurrentEtag { get; private init; }

    /// <summary>Several fields are wrong.</summary>
    public static Fault Invalid(IReadOnlyList<FieldFault> fields) =>
        new(FaultKind.Invalid, fields[0].Reason, string.Join(" ", fields.Select(f => $"{f.Field}: {f.Message}"))) { Fields = fields };

    /// <summary>One field is wrong.</summary>
    public static Fault Invalid(string field, string reason, string message) => Invalid([new FieldFault(field, reason, message)]);

    /// <summary>The same request may succeed after a while.</summary>
    public static Fault Retry(FaultKind kind, string reason, string message, TimeSpan after) => new(kind, reason, message) { RetryAfter = after };

    /// <summary>The etag given is not the record's.</summary>
    public static Fault StaleEtag(string current) =>
        new(FaultKind.Aborted, "ETAG_MISMATCH", "The record has changed since you read it. Read it again, then decide with its current etag.") { CurrentEtag = current };
}
