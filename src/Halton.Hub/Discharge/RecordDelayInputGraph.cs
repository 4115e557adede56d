using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to record a reason for delay. FHIR: Flag.</summary>
public sealed class RecordDelayInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>The day, not in the future and not before admission; absent means today. FHIR: Flag.period.start.</summary>
    public DateOnly? DelayedOn { get; init; }

    /// <summary>Hub code system delay-reason, a code that was valid on that day. One of another pathway is warned about, not refused. FHIR: Flag.code.</summary>
    public required CodingInputGraph Reason { get; init; }

    /// <summary>Role of who recorded, at most 60 characters, never a name. FHIR: Flag.author role.</summary>
    public required string RecordedByRole { get; init; }

    /// <summary>What else is to say, at most 500 characters, nothing that names a person.</summary>
    public string? Note { get; init; }

    /// <summary>Optional here, since a reason adds and never overwrites; when given, a stale one is refused.</summary>
    public string? Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordDelay.Request Read() => new(RequestId, DischargeId, WrittenDay.Of(DelayedOn), Reason.Read(), RecordedByRole, Note, Etag);
}
