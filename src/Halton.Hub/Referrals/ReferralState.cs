using Halton.Hub.Patients;

namespace Halton.Hub.Referrals;

/// <summary>What the hub tells of a referral. FHIR: ServiceRequest and Task.</summary>
public sealed record ReferralState
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The journey that it belongs to.</summary>
    public required Guid JourneyId { get; init; }

    /// <summary>When the journey began.</summary>
    public required DateTimeOffset JourneyStartedAt { get; init; }

    /// <summary>The referral that this one goes on from.</summary>
    public Guid? RedirectedFrom { get; init; }

    /// <summary>The referral that goes on from this one.</summary>
    public Guid? RedirectedTo { get; init; }

    /// <summary>Code of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Code of the organisation that runs the service.</summary>
    public required string Performer { get; init; }

    /// <summary>Code of the organisation that refers.</summary>
    public required string Requester { get; init; }

    /// <summary>Code of the trust, when it comes from a stay.</summary>
    public string? Trust { get; init; }

    /// <summary>Code of the council where the person lives.</summary>
    public string? Council { get; init; }

    /// <summary>The stay in hospital.</summary>
    public Guid? StayId { get; init; }

    /// <summary>Ten digits, when known.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>UK Core verification status of the number.</summary>
    public required string NhsNumberStatus { get; init; }

    /// <summary>Whether the person is in a hospital bed.</summary>
    public required bool FromHospitalBed { get; init; }

    /// <summary>The tier that the requester asked for.</summary>
    public required string RequestedTier { get; init; }

    /// <summary>The tier as it stands.</summary>
    public required string Tier { get; init; }

    /// <summary>Codes of the conditions.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>What happened and what is needed.</summary>
    public required string ReasonText { get; init; }

    /// <summary>Day that was agreed for the person to come home.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>One of <see cref="Referral.States"/>.</summary>
    public required string State { get; init; }

    /// <summary>When the requester decided.</summary>
    public required DateTimeOffset ReferredAt { get; init; }

    /// <summary>When both clocks started.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the service first looked at it.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the service accepted it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When somebody of the service first saw the person.</summary>
    public DateTimeOffset? FirstContactAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the clock that always runs is out.</summary>
    public required DateTimeOffset DueElapsed { get; init; }

    /// <summary>When the clock of the service's hours is out.</summary>
    public required DateTimeOffset DueService { get; init; }

    /// <summary>The breach time.</summary>
    public required DateTimeOffset BreachAt { get; init; }

    /// <summary>From when on little time is left.</summary>
    public required DateTimeOffset WarnAt { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>What was said besides.</summary>
    public string? EndText { get; init; }

    /// <summary>How it came out.</summary>
    public string? Outcome { get; init; }

    /// <summary>Day on which the follow-up falls due.</summary>
    public DateOnly? FollowUpDue { get; init; }

    /// <summary>When the clock asked for it.</summary>
    public DateTimeOffset? FollowUpAskedAt { get; init; }

    /// <summary>Day on which somebody found out where the person was.</summary>
    public DateOnly? FollowedUpOn { get; init; }

    /// <summary>Where the person was.</summary>
    public string? FollowUpOutcome { get; init; }

    /// <summary>Changes with every change.</summary>
    public required string Etag { get; init; }

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The person; only when asked for in full.</summary>
    public Patient? Patient { get; init; }

    /// <summary>What was done; only when asked for in full.</summary>
    public ReferralHistory? History { get; init; }

    /// <summary>When the clocks stopped; null while they run.</summary>
    public DateTimeOffset? StoppedAt() => FirstContactAt ?? EndedAt;

    internal static ReferralState Of(Referral r) => new()
    {
        Id = r.Id,
        JourneyId = r.JourneyId,
        JourneyStartedAt = r.JourneyStartedAt,
        RedirectedFrom = r.RedirectedFrom,
        RedirectedTo = r.RedirectedTo,
        Service = r.Service,
        Performer = r.Performer,
        Requester = r.Requester,
        Trust = r.Trust,
        Council = r.Council,
        StayId = r.StayId,
        NhsNumber = r.NhsNumber,
        NhsNumberStatus = r.NhsNumberStatus,
        FromHospitalBed = r.FromHospitalBed,
        RequestedTier = r.RequestedTier,
        Tier = r.Tier,
        Conditions = [.. r.Conditions],
        ReasonText = r.ReasonText,
        AgreedOn = r.AgreedOn,
        State = r.State,
        ReferredAt = r.ReferredAt,
        RequestedAt = r.RequestedAt,
        ReceivedAt = r.ReceivedAt,
        AcceptedAt = r.AcceptedAt,
        FirstContactAt = r.FirstContactAt,
        EndedAt = r.EndedAt,
        DueElapsed = r.DueElapsed,
        DueService = r.DueService,
        BreachAt = r.BreachAt,
        WarnAt = r.WarnAt,
        EndReason = r.EndReason,
        EndText = r.EndText,
        Outcome = r.Outcome,
        FollowUpDue = r.FollowUpDue,
        FollowUpAskedAt = r.FollowUpAskedAt,
        FollowedUpOn = r.FollowedUpOn,
        FollowUpOutcome = r.FollowUpOutcome,
        Etag = r.Etag,
        ChangedAt = r.ChangedAt,
    };

    /// <summary>With the person and what was done, as an organisation may see it.</summary>
    internal ReferralState InFull(Patient patient, ReferralHistory history, string organization) =>
        this with { Patient = patient.SeenFrom(organization, Trust ?? Requester), History = history };

    /// <summary>Why it ended, when it ended like this.</summary>
    internal string? ReasonOf(params ReadOnlySpan<string> endings) => endings.Contains(State) ? EndReason : null;
}
