using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Why somebody who is ready is still in hospital. FHIR: Flag.</summary>
/// <param name="delayedOn">The day.</param>
/// <param name="reason">Code of the reason.</param>
/// <param name="record">The record, where the history is told.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class DelayReasonGraph(DateOnly delayedOn, string reason, Delay? record, DischargeWordsGraph words)
{
    /// <summary>The day. FHIR: Flag.period.start.</summary>
    public DateOnly DelayedOn => delayedOn;

    /// <summary>Hub code system delay-reason. FHIR: Flag.code.</summary>
    public CodingGraph Reason => words.Code(DischargeCodes.DelayReason, reason)!;

    /// <summary>hospital-process, wellbeing-concerns, care-transfer-hub-process, interface-process or capacity.</summary>
    public string? Family => words.Property(DischargeCodes.DelayReason, reason, "family");

    /// <summary>Whose move it is: hospital, person, care-transfer-hub or capacity.</summary>
    public string? Owner => words.Property(DischargeCodes.DelayReason, reason, "owner");

    /// <summary>Role of who recorded. Told in delays.</summary>
    public string? RecordedByRole => record?.RecordedByRole;

    /// <summary>When it was recorded. Told in delays.</summary>
    public DateTimeOffset? RecordedAt => record?.RecordedAt;

    /// <summary>What else is to say. Told in delays.</summary>
    public string? Note => record?.Note;
}
