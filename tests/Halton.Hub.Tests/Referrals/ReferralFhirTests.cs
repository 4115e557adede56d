using System.Text;
using System.Text.Json;
using CsCheck;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Tests.Referrals;

/// <summary>A referral goes to FHIR R4 as what is asked and what becomes of it, and comes back without loss; what is wrong is named on its element.</summary>
public sealed class ReferralFhirTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 40L * 365 * 24 * 3600 * 1_000_000].Select(us => new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero).AddTicks(us * 10));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 5000].Select(n => Today.AddDays(n));
    private static readonly Gen<string> Words = Gen.String[Gen.Char["abcdefghijklmnop qrstuvwxyzÀéß<>&\"'\n0123456789"], 1, 60].Select(s => $"x{s}x");
    private static readonly Gen<string> Role = Gen.String[Gen.Char["abcdefghij klmnop-éß"], 1, 50].Select(s => $"x{s}x");
    private readonly CodeSystems codes = one.Hub.Services.GetRequiredService<CodeSystems>();
    private readonly ReferralFhir asks = one.Hub.Services.GetRequiredService<ReferralFhir>();
    private readonly ReferralTaskFhir tasks = one.Hub.Services.GetRequiredService<ReferralTaskFhir>();

    [Fact]
    public void Every_referral_comes_back_as_it_was() => Any().Sample(
        state =>
        {
            var (asked, task) = ((ServiceRequest)Through(asks.Tell(state)), (FhirTask)Through(tasks.Tell(state)));
            Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(asks.Take(asked, task)));
        },
        iter: 1000,
        threads: 1);

    [Fact]
    public void What_is_wrong_is_named_on_its_element()
    {
        Refused((a, _) => a.Intent = RequestIntent.Order, ("intent", "INTENT"));
        Refused((a, _) => a.Requisition = null, ("requisition", "REQUIRED"));
        Refused((a, _) => a.Category.Clear(), ("category", "REQUIRED"));
        Refused((a, _) => a.Performer.RemoveAt(0), ("performer[0]", "REFERENCE_UNKNOWN"), ("performer[1]", "REQUIRED"));
        Refused((a, _) => a.Occurrence = new FhirDateTime("2026-11-26"), ("occurrence", "REQUIRED"), ("occurrencePeriod.start", "REQUIRED"), ("occurrencePeriod.end", "REQUIRED"));
        Refused((a, _) => a.ReasonCode = [new CodeableConcept(ReferralCodes.Condition, "hiccups")], ("reasonCode[0]", "CODE_UNKNOWN"));
        Refused((a, _) => a.Subject = new ResourceReference("Patient/1"), ("subject", "REFERENCE_UNKNOWN"), ("subject.identifier.extension(NHSNumberVerificationStatus)", "REQUIRED"));
        Refused((a, _) => a.Encounter = new ResourceReference("Encounter/1"), ("encounter", "REFERENCE_UNKNOWN"));
        Refused((a, _) => a.Status = RequestStatus.Completed, ("status", "STATUS_UNKNOWN"));
        Refused((_, t) => t.Focus = new ResourceReference($"ServiceRequest/{Guid.CreateVersion7()}"), ("focus", "REFERENCE_UNKNOWN"));
        Refused((_, t) => t.Code = null, ("code", "TASK_KIND"));
        Refused((_, t) => t.Status = FhirTask.TaskStatus.OnHold, ("status", "STATUS_UNKNOWN"));
        Refused((_, t) => ReferralHistoryFhir.Contact.PutParts(t, ("kind", new CodeableConcept(ReferralCodes.ContactKind, "telepathy"))), ("extension(referral-contact)[0].extension(contacted-at)", "REQUIRED"), ("extension(referral-contact)[0].extension(kind)", "CODE_UNKNOWN"));

        void Refused(Action<ServiceRequest, FhirTask> spoil, params (string Field, string Reason)[] faults)
        {
            var state = ReferralState.Of(ReferralRuleTests.Asked());
            var (asked, task) = (asks.Tell(state), tasks.Tell(state));
            spoil(asked, task);
            var fault = Assert.Throws<Fault>(() => asks.Take(asked, task));
            Assert.Equal(faults.Order(), fault.Fields.Select(f => (f.Field, f.Reason)).Order());
        }
    }

    private static Resource Through(Resource told) => FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(told)));

    private Gen<ReferralState> Any() =>
        from ids in Gen.Guid.Array[6]
        from moments in Moment.Array[12]
        from days in Day.Array[3]
        from given in Gen.Bool.Array[14]
        from state in Gen.Int[0, Referral.States.Count - 1].Select(i => Referral.States[i])
        from tiers in Code(ReferralCodes.Tier).Array[2]
        from conditions in Code(ReferralCodes.Condition).Array[0, 4]
        from reason in Code(state == Referral.Cancelled ? ReferralCodes.CancelReason : ReferralCodes.RejectionReason)
        from outcome in Code(ReferralCodes.Outcome)
        from followed in Code(ReferralCodes.FollowUpOutcome)
        from status in Code(Patients.NhsNumberStatus.CodeSystem)
        from words in Words.Array[2]
        from history in History()
        let order = moments.Order().ToArray()
        select new ReferralState
        {
            Id = ids[0],
            JourneyId = ids[1],
            JourneyStartedAt = order[0],
            RedirectedFrom = given[0] ? ids[2] : null,
            RedirectedTo = state == Referral.Redirected ? ids[3] : null,
            Service = "hicafs",
            Performer = "HICAFS",
            Requester = "RWW",
            Trust = given[1] ? "RWW" : null,
            Council = given[2] ? "E06000006" : null,
            StayId = given[3] ? ids[4] : null,
            NhsNumber = given[4] ? "9990000018" : null,
            NhsNumberStatus = status,
            FromHospitalBed = given[3],
            RequestedTier = tiers[0],
            Tier = tiers[1],
            Conditions = [.. conditions.Distinct()],
            ReasonText = words[0],
            AgreedOn = given[5] ? days[0] : null,
            State = state,
            ReferredAt = order[1],
            RequestedAt = order[2],
            ReceivedAt = given[6] ? order[3] : null,
            AcceptedAt = given[7] ? order[4] : null,
            FirstContactAt = given[8] ? order[5] : null,
            EndedAt = Referral.OpenStates.Contains(state) ? null : order[6],
            DueElapsed = order[7],
            DueService = order[8],
            BreachAt = order[9],
            WarnAt = order[3],
            EndReason = state is Referral.Rejected or Referral.Redirected or Referral.Cancelled ? reason : null,
            EndText = given[9] && !Referral.OpenStates.Contains(state) ? words[1] : null,
            Outcome = state == Referral.Completed ? outcome : null,
            FollowUpDue = given[10] ? days[1] : null,
            FollowUpAskedAt = given[11] ? order[10] : null,
            FollowedUpOn = given[12] ? days[2] : null,
            FollowUpOutcome = given[12] ? followed : null,
            Etag = "r7",
            ChangedAt = order[11],
            History = history,
        };

    private Gen<ReferralHistory> History() =>
        from triages in
            (from at in Moment
             from tier in Code(ReferralCodes.Tier)
             from conditions in Code(ReferralCodes.Condition).Array[0, 3]
             from exclusions in Code(ReferralCodes.Exclusion).Array[0, 2]
             from disciplines in Code(ReferralCodes.Discipline).Array[0, 3]
             from role in Role
             from note in Words
             from noted in Gen.Bool
             select new Triage(1, tier, conditions, exclusions, disciplines, at, role, noted ? note : null)).Array[0, 3]
        from allocations in
            (from at in Moment
             from team in Code(ReferralCodes.TeamType)
             from disciplines in Code(ReferralCodes.Discipline).Array[0, 3]
             from role in Role
             select new Allocation(team, disciplines, at, role)).Array[0, 3]
        from contacts in
            (from at in Moment
             from kind in Code(ReferralCodes.ContactKind)
             from discipline in Code(ReferralCodes.Discipline)
             from note in Words
             from given in Gen.Bool.Array[2]
             select new Contact(at, kind, given[0] ? discipline : null, given[1] ? note : null)).Array[0, 3]
        select new ReferralHistory([.. triages.Select((t, i) => t with { Version = i + 1 })], allocations, contacts);

    private Gen<string> Code(string system)
    {
        var valid = codes.Valid(system, Today);
        return Gen.Int[0, valid.Count - 1].Select(i => valid[i].Code);
    }
}
