using Halton.Hub.Discharge;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>What follows from all that was said of a stay.</summary>
internal sealed record StayTold(
    DischargeState State,
    bool? Meets,
    DateOnly? Ready,
    string? Pathway,
    DateTimeOffset? ReferredAt,
    DateTimeOffset? AssessmentDueAt,
    DateTimeOffset? AssessmentStartedAt,
    DateTimeOffset? AllocatedAt,
    DateTimeOffset? DischargeDueAt,
    string? Worker,
    DateOnly? DelayedOn,
    string? DelayReason,
    DateTimeOffset? DischargedAt)
{
    /// <summary>As the state says.</summary>
    public static StayTold Of(DischargeStatus status) => new(
        status.State,
        status.MeetsCriteria,
        status.DischargeReadyDate,
        status.Pathway,
        status.CareTransferHubReferredAt,
        status.AssessmentDueAt,
        status.AssessmentStartedAt,
        status.AllocatedAt,
        status.DischargeDueAt,
        status.Worker?.Reference,
        status.DelayedOn,
        status.DelayReason,
        status.DischargedAt);

    /// <summary>As the door says.</summary>
    public static StayTold Of(Wire.DischargeStatus status) => new(
        (DischargeState)(int)status.State,
        status.CriteriaToReside switch { Wire.CriteriaToReside.Met => true, Wire.CriteriaToReside.NotMet => false, _ => null },
        Day(status.DischargeReadyDate),
        status.Pathway?.Code,
        status.CareTransferHubReferredAt?.ToDateTimeOffset(),
        status.AssessmentDueAt?.ToDateTimeOffset(),
        status.AssessmentStartedAt?.ToDateTimeOffset(),
        status.AllocatedAt?.ToDateTimeOffset(),
        status.DischargeDueAt?.ToDateTimeOffset(),
        status.Worker?.Worker,
        Day(status.Delay?.DelayedOn),
        status.Delay?.Reason.Code,
        status.DischargedAt?.ToDateTimeOffset());

    private static DateOnly? Day(string? written) => string.IsNullOrEmpty(written) ? null : DateOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
