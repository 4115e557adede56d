using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Referral.V1;
using WireCode = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Referrals;

/// <summary>Tells referrals in the words of the service.</summary>
public sealed class ReferralMessages(CodeSystems codes, ReferralClocks clocks, CareRules rules)
{
    private static readonly Dictionary<Wire.ReferralState, string> Names = new()
    {
        [Wire.ReferralState.Requested] = Referral.Requested,
        [Wire.ReferralState.Received] = Referral.Received,
        [Wire.ReferralState.Accepted] = Referral.Accepted,
        [Wire.ReferralState.InProgress] = Referral.InProgress,
        [Wire.ReferralState.Completed] = Referral.Completed,
        [Wire.ReferralState.Rejected] = Referral.Rejected,
        [Wire.ReferralState.Redirected] = Referral.Redirected,
        [Wire.ReferralState.Cancelled] = Referral.Cancelled,
    };

    private static readonly Dictionary<string, Wire.ReferralState> States = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>A state's own name; null when there is no such state.</summary>
    internal static string? Name(Wire.ReferralState state) => Names.GetValueOrDefault(state);

    /// <summary>Tells one.</summary>
    public Wire.Referral Tell(ReferralState state)
    {
        var told = new Wire.Referral
        {
            ReferralId = state.Id.ToString(),
            JourneyId = state.JourneyId.ToString(),
            State = States[state.State],
            Service = state.Service,
            Performer = state.Performer,
            Requester = state.Requester,
            Trust = state.Trust ?? "",
            Council = state.Council ?? "",
            DischargeId = state.StayId?.ToString() ?? "",
            NhsNumber = state.NhsNumber ?? "",
            NhsNumberStatus = Code(Patients.NhsNumberStatus.CodeSystem, state.NhsNumberStatus),
            Patient = state.Patient is { } patient ? WirePatient.Tell(patient) : null,
            FromHospitalBed = state.FromHospitalBed,
            RequestedTier = Code(ReferralCodes.Tier, state.RequestedTier),
            Tier = Code(ReferralCodes.Tier, state.Tier),
            Priority = rules.Latest.Tiers.GetValueOrDefault(state.Tier)?.Priority ?? "",
            Conditions = { Codes(ReferralCodes.Condition, state.Conditions) },
            ReasonText = state.ReasonText,
            AgreedOn = WrittenDay.Of(state.AgreedOn),
            ReferredAt = state.ReferredAt.ToTimestamp(),
            Clock = Clock(state),
            ReceivedAt = state.ReceivedAt?.ToTimestamp(),
            AcceptedAt = state.AcceptedAt?.ToTimestamp(),
            FirstContactAt = state.FirstContactAt?.ToTimestamp(),
            EndedAt = state.EndedAt?.ToTimestamp(),
            RejectionReason = Code(ReferralCodes.RejectionReason, state.ReasonOf(Referral.Rejected, Referral.Redirected)),
            CancelReason = Code(ReferralCodes.CancelReason, state.ReasonOf(Referral.Cancelled)),
            EndText = state.EndText ?? "",
            Outcome = Code(ReferralCodes.Outcome, state.Outcome),
            FollowUp = FollowUp(state),
            RedirectedFrom = state.RedirectedFrom?.ToString() ?? "",
            RedirectedTo = state.RedirectedTo?.ToString() ?? "",
            JourneyStartedAt = state.JourneyStartedAt.ToTimestamp(),
            Etag = state.Etag,
            ChangedAt = state.ChangedAt.ToTimestamp(),
        };
        if (state.History is { } history)
        {
            told.Triages.AddRange(history.Triages.Select(Tell));
            told.Allocations.AddRange(history.Allocations.Select(Tell));
            told.Contacts.AddRange(history.Contacts.Select(Tell));
        }

        return told;
    }

    /// <summary>Tells one item of a watch.</summary>
    public Wire.WatchReferralsResponse Tell(WatchItem item) => new()
    {
        ResumeToken = item.ResumeToken,
        Event = item.Event is { } happened
            ? new Wire.ReferralEvent { EventId = happened.Id.ToString(), Kind = happened.Kind, OccurredAt = happened.OccurredAt.ToTimestamp(), Referral = Tell((ReferralState)happened.Payload) }
            : null,
    };

    /// <summary>Tells of a service.</summary>
    public Wire.CareService Tell(CareService service, IReadOnlyList<CareTier> tiers) => new()
    {
        Code = service.Code,
        Name = service.Name,
        Organization = service.Organization,
        Opens = ServiceHours.Written(service.Opens),
        Closes = ServiceHours.Written(service.Closes),
        Days = { service.Days },
        OnBankHolidays = service.OnBankHolidays,
        Tiers = { tiers.Select(Tell) },
    };

    private Wire.Tier Tell(CareTier tier) => new()
    {
        Code = Code(ReferralCodes.Tier, tier.Code),
        ElapsedMinutes = tier.ElapsedMinutes,
        ServiceMinutes = tier.ServiceMinutes,
        Governs = tier.Governs,
        Priority = tier.Priority,
        ResponsePriority = tier.ResponsePriority,
        TeamTypes = { tier.TeamTypes },
        HospitalBed = tier.HospitalBed,
        LeastAge = tier.LeastAge,
        NeedsCondition = tier.NeedsCondition,
        FollowUpDays = tier.FollowUpDays,
    };

    private Wire.ReferralClock Clock(ReferralState state)
    {
        var reading = clocks.Read(state);
        return new Wire.ReferralClock
        {
            StartedAt = state.RequestedAt.ToTimestamp(),
            StoppedAt = state.StoppedAt()?.ToTimestamp(),
            ElapsedMinutes = reading.ElapsedMinutes,
            ServiceMinutes = reading.ServiceMinutes,
            DueElapsed = state.DueElapsed.ToTimestamp(),
            DueService = state.DueService.ToTimestamp(),
            BreachAt = state.BreachAt.ToTimestamp(),
            State = (Wire.ClockState)(int)reading.State,
        };
    }

    private Wire.FollowUp? FollowUp(ReferralState state) => state.FollowUpDue is null
        ? null
        : new Wire.FollowUp
        {
            DueOn = WrittenDay.Of(state.FollowUpDue),
            AskedAt = state.FollowUpAskedAt?.ToTimestamp(),
            FollowedUpOn = WrittenDay.Of(state.FollowedUpOn),
            Outcome = Code(ReferralCodes.FollowUpOutcome, state.FollowUpOutcome),
        };

    private Wire.Triage Tell(Triage triage) => new()
    {
        Version = triage.Version,
        Tier = Code(ReferralCodes.Tier, triage.Tier),
        Conditions = { Codes(ReferralCodes.Condition, triage.Conditions) },
        Exclusions = { Codes(ReferralCodes.Exclusion, triage.Exclusions) },
        Disciplines = { Codes(ReferralCodes.Discipline, triage.Disciplines) },
        TriagedAt = triage.TriagedAt.ToTimestamp(),
        TriagedByRole = triage.TriagedByRole,
        Note = triage.Note ?? "",
    };

    private Wire.Allocation Tell(Allocation allocation) => new()
    {
        TeamType = Code(ReferralCodes.TeamType, allocation.TeamType),
        Disciplines = { Codes(ReferralCodes.Discipline, allocation.Disciplines) },
        AllocatedAt = allocation.AllocatedAt.ToTimestamp(),
        AllocatedByRole = allocation.AllocatedByRole,
    };

    private Wire.Contact Tell(Contact contact) => new()
    {
        ContactedAt = contact.ContactedAt.ToTimestamp(),
        Kind = Code(ReferralCodes.ContactKind, contact.Kind),
        Discipline = Code(ReferralCodes.Discipline, contact.Discipline),
        Note = contact.Note ?? "",
    };

    private WireCode? Code(string system, string? code) => WireCoding.Tell(codes, system, code);

    private IEnumerable<WireCode> Codes(string system, IEnumerable<string> given) => given.Select(code => Code(system, code)!);
}
