using System.Text.Json.Serialization;
using Halton.Hub.Foundation;
using Halton.Hub.Referrals;

namespace Halton.Hub.Discharge;

/// <summary>A discharge as it stands: what every operation answers with and every event carries. Codes are bare; a door adds their wording.</summary>
public sealed record DischargeStatus
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>ODS site code.</summary>
    public required string Site { get; init; }

    /// <summary>Ward.</summary>
    public required string Ward { get; init; }

    /// <summary>The moves between wards, in their order.</summary>
    public IReadOnlyList<WardMove> WardMoves { get; init; } = [];

    /// <summary>The trust's number of the spell.</summary>
    public required string SpellIdentifier { get; init; }

    /// <summary>Ten digits, when known.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>UK Core verification status.</summary>
    public required string NhsNumberStatus { get; init; }

    /// <summary>Moment of admission.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>UK Core AdmissionMethodEngland.</summary>
    public string? AdmissionMethod { get; init; }

    /// <summary>UK Core SourceOfAdmissionEngland.</summary>
    public string? AdmitSource { get; init; }

    /// <summary>Day on which the ward expects to discharge.</summary>
    public DateOnly? PlannedDischargeDate { get; init; }

    /// <summary>Where the stay is.</summary>
    public required DischargeState State { get; init; }

    /// <summary>What the latest review found; null before the first.</summary>
    public bool? MeetsCriteria { get; init; }

    /// <summary>Moment of the latest review.</summary>
    public DateTimeOffset? LastReviewedAt { get; init; }

    /// <summary>Discharge Ready Date.</summary>
    public DateOnly? DischargeReadyDate { get; init; }

    /// <summary>P0 to P3.</summary>
    public string? Pathway { get; init; }

    /// <summary>Whether the care transfer hub has the referral.</summary>
    public bool CareTransferHubReferred { get; init; }

    /// <summary>When the ward first referred to the care transfer hub.</summary>
    public DateTimeOffset? CareTransferHubReferredAt { get; init; }

    /// <summary>When somebody was first named who arranges the discharge.</summary>
    public DateTimeOffset? AllocatedAt { get; init; }

    /// <summary>Who arranges it now.</summary>
    public AllocatedWorker? Worker { get; init; }

    /// <summary>When the assessment of needs began.</summary>
    public DateTimeOffset? AssessmentStartedAt { get; init; }

    /// <summary>By when it is to begin.</summary>
    public DateTimeOffset? AssessmentDueAt { get; init; }

    /// <summary>By when the person is to have left.</summary>
    public DateTimeOffset? DischargeDueAt { get; init; }

    /// <summary>The latest day with a reason for delay since the person was ready.</summary>
    public DateOnly? DelayedOn { get; init; }

    /// <summary>The reason of that day.</summary>
    public string? DelayReason { get; init; }

    /// <summary>Moment of leaving.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>UK Core DischargeMethodEngland.</summary>
    public string? DischargeMethod { get; init; }

    /// <summary>UK Core DischargeDestinationEngland.</summary>
    public string? DischargeDestination { get; init; }

    /// <summary>Withdrawal reason.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Free text of the cancellation.</summary>
    public string? CancelReasonText { get; init; }

    /// <summary>The etag.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The latest referral to a community service from this stay; only when read.</summary>
    public OnwardReferral? Referral { get; init; }

    /// <summary>What a change took but found odd.</summary>
    public IReadOnlyList<FieldFault> Warnings { get; init; } = [];

    /// <summary>The person and the history, when asked for.</summary>
    public DischargeDetail? Detail { get; init; }

    /// <summary>What has to happen next.</summary>
    [JsonIgnore]
    public NextAction? NextAction => NextAction.For(this);

    /// <summary>The status of a stay.</summary>
    public static DischargeStatus Of(Stay stay, IReadOnlyList<FieldFault>? warnings = null) => new()
    {
        Id = stay.Id,
        Trust = stay.Trust,
        Site = stay.Site,
        Ward = stay.Ward,
        WardMoves = stay.WardMoves,
        SpellIdentifier = stay.SpellIdentifier,
        NhsNumber = stay.NhsNumber,
        NhsNumberStatus = stay.NhsNumberStatus,
        AdmittedAt = stay.AdmittedAt,
        AdmissionMethod = stay.AdmissionMethod,
        AdmitSource = stay.AdmitSource,
        PlannedDischargeDate = stay.PlannedDischargeDate,
        State = stay.State,
        MeetsCriteria = stay.MeetsCriteria,
        LastReviewedAt = stay.LastReviewedAt,
        DischargeReadyDate = stay.DischargeReadyDate,
        Pathway = stay.Pathway,
        CareTransferHubReferred = stay.CareTransferHubReferred,
        CareTransferHubReferredAt = stay.CareTransferHubReferredAt,
        AllocatedAt = stay.AllocatedAt,
        Worker = stay.WorkerSince is { } since ? new AllocatedWorker(since, stay.WorkerOrganization!, stay.WorkerTeam, stay.WorkerRole!, stay.Worker) : null,
        AssessmentStartedAt = stay.AssessmentStartedAt,
        AssessmentDueAt = stay.AssessmentDueAt,
        DischargeDueAt = stay.DischargeDueAt,
        DelayedOn = StillHolds(stay.DelayedOn, stay.DischargeReadyDate) ? stay.DelayedOn : null,
        DelayReason = StillHolds(stay.DelayedOn, stay.DischargeReadyDate) ? stay.DelayReason : null,
        DischargedAt = stay.DischargedAt,
        DischargeMethod = stay.DischargeMethod,
        DischargeDestination = stay.DischargeDestination,
        CancelReason = stay.CancelReason,
        CancelReasonText = stay.CancelReasonText,
        Etag = stay.Etag,
        ChangedAt = stay.ChangedAt,
        Warnings = warnings ?? [],
    };

    /// <summary>Whether a reason for delay belongs to the period since the person was ready; one of an earlier period no longer says anything.</summary>
    public static bool StillHolds(DateOnly? delayedOn, DateOnly? readyDate) => delayedOn is { } on && readyDate is { } ready && on >= ready;

    /// <summary>Days from the first allocation of a worker to the day of discharge, or to today while the stay is open.</summary>
    public int? DaysSinceAllocation(DateOnly today) =>
        AllocatedAt is { } allocated ? Math.Max(0, (DischargedAt is { } left ? LondonTime.Day(left) : today).DayNumber - LondonTime.Day(allocated).DayNumber) : null;

    /// <summary>Nights from the Discharge Ready Date to the day of discharge, or to today while the stay is open.</summary>
    public int? DaysSinceReady(DateOnly today) =>
        DischargeReadyDate is { } ready ? Math.Max(0, (DischargedAt is { } left ? LondonTime.Day(left) : today).DayNumber - ready.DayNumber) : null;
}
