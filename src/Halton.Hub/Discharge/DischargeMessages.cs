using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Discharge;

/// <summary>Tells discharges in the words of the discharge service; codes get their wording here.</summary>
public sealed class DischargeMessages(CodeSystems codes, TimeProvider clock)
{
    /// <summary>Tells a status as it stands.</summary>
    public Wire.DischargeStatus Tell(DischargeStatus status) => Tell(status, clock.Today());

    /// <summary>Tells a status, with days counted up to a day.</summary>
    public Wire.DischargeStatus Tell(DischargeStatus status, DateOnly today)
    {
        var told = new Wire.DischargeStatus
        {
            DischargeId = status.Id.ToString(),
            NhsNumber = status.NhsNumber ?? "",
            NhsNumberStatus = Code(Patients.NhsNumberStatus.CodeSystem, status.NhsNumberStatus),
            State = (Wire.DischargeState)(int)status.State,
            CriteriaToReside = status.MeetsCriteria switch { true => CriteriaToReside.Met, false => CriteriaToReside.NotMet, null => CriteriaToReside.Unspecified },
            DischargeReadyDate = WrittenDay.Of(status.DischargeReadyDate),
            Pathway = Code(DischargeCodes.Pathway, status.Pathway),
            NextAction = status.NextAction is { } next ? new Wire.NextAction { Code = next.Code, Owner = next.Owner, Text = next.Text } : null,
            Etag = status.Etag,
            Trust = status.Trust,
            Site = status.Site,
            Ward = status.Ward,
            SpellIdentifier = status.SpellIdentifier,
            AdmittedAt = status.AdmittedAt.ToTimestamp(),
            LastReviewedAt = status.LastReviewedAt?.ToTimestamp(),
            PlannedDischargeDate = WrittenDay.Of(status.PlannedDischargeDate),
            DischargedAt = status.DischargedAt?.ToTimestamp(),
            DischargeMethod = Code(DischargeCodes.DischargeMethod, status.DischargeMethod),
            DischargeDestination = Code(DischargeCodes.DischargeDestination, status.DischargeDestination),
            CancelReason = Code(DischargeCodes.CancelReason, status.CancelReason),
            CancelReasonText = status.CancelReasonText ?? "",
            ChangedAt = status.ChangedAt.ToTimestamp(),
            AdmissionMethod = Code(DischargeCodes.AdmissionMethod, status.AdmissionMethod),
            AdmitSource = Code(DischargeCodes.AdmitSource, status.AdmitSource),
            Referral = status.Referral is { } onward ? Tell(onward) : null,
            CareTransferHubReferredAt = status.CareTransferHubReferredAt?.ToTimestamp(),
            AssessmentDueAt = status.AssessmentDueAt?.ToTimestamp(),
            AssessmentStartedAt = status.AssessmentStartedAt?.ToTimestamp(),
            AllocatedAt = status.AllocatedAt?.ToTimestamp(),
            DischargeDueAt = status.DischargeDueAt?.ToTimestamp(),
            Worker = status.Worker is { } worker ? Tell(worker) : null,
            Delay = status.DelayReason is { } reason ? Tell(status.DelayedOn, reason) : null,
        };
        told.WardMoves.AddRange(status.WardMoves.Select(m => new Wire.WardMove { From = m.From, To = m.To, MovedAt = m.MovedAt.ToTimestamp() }));
        if (status.DaysSinceReady(today) is { } days)
        {
            told.DaysSinceReady = days;
        }

        if (status.DaysSinceAllocation(today) is { } since)
        {
            told.DaysSinceAllocation = since;
        }

        told.Warnings.AddRange(status.Warnings.Select(w => new Warning { Reason = w.Reason, Field = w.Field, Text = w.Message }));
        if (status.Detail is { } detail)
        {
            Tell(told, detail);
        }

        return told;
    }

    /// <summary>Tells one message of a watch.</summary>
    public WatchDischargesResponse Tell(WatchItem item) => new()
    {
        ResumeToken = item.ResumeToken,
        Event = item.Event is { } happened
            ? new DischargeEvent
            {
                EventId = happened.Id.ToString(),
                Kind = happened.Kind,
                OccurredAt = happened.OccurredAt.ToTimestamp(),
                Discharge = Tell((DischargeStatus)happened.Payload),
            }
            : null,
    };

    private Wire.OnwardReferral Tell(Referrals.OnwardReferral onward) => new()
    {
        ReferralId = onward.Id.ToString(),
        Service = onward.Service,
        State = onward.State,
        Tier = Code(Referrals.ReferralCodes.Tier, onward.Tier),
        BreachAt = onward.BreachAt.ToTimestamp(),
        FirstContactAt = onward.FirstContactAt?.ToTimestamp(),
        ChangedAt = onward.ChangedAt.ToTimestamp(),
    };

    private void Tell(Wire.DischargeStatus told, DischargeDetail detail)
    {
        told.Patient = WirePatient.Tell(detail.Patient);
        told.Reviews.AddRange(detail.Reviews.Select(review => new Wire.CriteriaReview
        {
            ReviewedAt = review.ReviewedAt.ToTimestamp(),
            Criteria = { review.Criteria.Select(c => Code(DischargeCodes.Criterion, c)) },
            ReviewerRole = review.ReviewerRole,
        }));
        told.PathwayDecisions.AddRange(detail.PathwayDecisions.Select(decision => new Wire.PathwayDecision
        {
            DecidedAt = decision.DecidedAt.ToTimestamp(),
            Pathway = Code(DischargeCodes.Pathway, decision.Pathway),
            DecidedByRole = decision.DecidedByRole,
            CareTransferHubReferred = decision.CareTransferHubReferred,
        }));
        told.Allocations.AddRange(detail.Allocations.Select(a => Tell(new AllocatedWorker(a.AllocatedAt, a.Organization, a.Team, a.Role, a.Worker))));
        foreach (var delay in detail.Delays)
        {
            var one = Tell(delay.DelayedOn, delay.Reason);
            (one.RecordedByRole, one.RecordedAt, one.Note) = (delay.RecordedByRole, delay.RecordedAt.ToTimestamp(), delay.Note ?? "");
            told.Delays.Add(one);
        }
    }

    private static Wire.AllocatedWorker Tell(AllocatedWorker worker) => new()
    {
        Since = worker.Since.ToTimestamp(),
        Organization = worker.Organization,
        Team = worker.Team ?? "",
        Role = worker.Role,
        Worker = worker.Reference ?? "",
    };

    private DelayReason Tell(DateOnly? on, string reason) => new()
    {
        DelayedOn = WrittenDay.Of(on),
        Reason = Code(DischargeCodes.DelayReason, reason),
        Family = codes.Property(DischargeCodes.DelayReason, reason, "family") ?? "",
        Owner = codes.Property(DischargeCodes.DelayReason, reason, "owner") ?? "",
    };

    private Contracts.Fhir.V1.Coding? Code(string system, string? code) => WireCoding.Tell(codes, system, code);
}
