using System.Text;
using System.Text.Json;
using CsCheck;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Discharge.Fhir;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using CriteriaReview = Halton.Hub.Discharge.CriteriaReview;
using DischargeState = Halton.Hub.Discharge.DischargeState;
using DischargeStatus = Halton.Hub.Discharge.DischargeStatus;
using FhirTask = Hl7.Fhir.Model.Task;
using HubPatient = Halton.Hub.Patients.Patient;
using PathwayDecision = Halton.Hub.Discharge.PathwayDecision;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A discharge's history in FHIR: reviews, delays, and the referral to the care transfer hub; each comes back without loss, and is found through the door.</summary>
public sealed class DischargeHistoryFhirTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 20L * 365 * 24 * 3600 * 1_000_000].Select(us => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(us * 10));
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc xyzÀé<&\"0"], 1, 40].Select(s => $"x{s}x");
    private readonly HubUnderTest hub = one.Hub;
    private readonly CodeSystems codes = one.Hub.Services.GetRequiredService<CodeSystems>();

    [Fact]
    public void Every_part_of_the_history_comes_back_as_it_was() => Stays().Sample(
        stay =>
        {
            var (reviews, delays, transfer) = (hub.Services.GetRequiredService<ReviewFhir>(), hub.Services.GetRequiredService<DelayFhir>(), hub.Services.GetRequiredService<CareTransferFhir>());
            Same(stay.Detail!.Reviews, stay.Detail.Reviews.Select(r => reviews.Take(Through(reviews.Tell(stay, r)))));
            Same(stay.Detail.Delays, stay.Detail.Delays.Select(d => delays.Take(Through(delays.Tell(stay, d)))));
            Same(stay.Detail.PathwayDecisions, transfer.Take(Through(transfer.Ask(stay)!)));
            Same(stay.Detail.Allocations, transfer.Take(Through(transfer.Answer(stay)!)));
        },
        iter: 500,
        threads: 1);

    [Fact]
    public void What_is_wrong_is_named_on_its_element()
    {
        var (reviews, delays, transfer) = (hub.Services.GetRequiredService<ReviewFhir>(), hub.Services.GetRequiredService<DelayFhir>(), hub.Services.GetRequiredService<CareTransferFhir>());
        var stay = Stays().Single();
        var review = new CriteriaReview { Id = Guid.CreateVersion7(), StayId = stay.Id, ReviewedAt = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Criteria = ["02"], ReviewerRole = "consultant" };
        Refused(() => reviews.Take(Spoiled(reviews.Tell(stay, review), o => o.Value = new FhirBoolean(false))), ("valueBoolean", "VALUE_DOES_NOT_FIT"));
        Refused(() => reviews.Take(Spoiled(reviews.Tell(stay, review), o => o.Component[0].Code = new CodeableConcept(DischargeCodes.Criterion, "12"))), ("component[0].code", "CODE_UNKNOWN"), ("valueBoolean", "VALUE_DOES_NOT_FIT"));
        Refused(() => reviews.Take(Spoiled(reviews.Tell(stay, review), o => o.Encounter = null)), ("encounter", "REQUIRED"));
        var delay = new Delay { Id = Guid.CreateVersion7(), StayId = stay.Id, DelayedOn = Today, Reason = "HP-transport", RecordedAt = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), RecordedByRole = "coordinator" };
        Refused(() => delays.Take(Spoiled(delays.Tell(stay, delay), f => f.Code = new CodeableConcept(DischargeCodes.DelayReason, "2022-vi"))), ("code", "CODE_NOT_VALID_THEN"));
        Refused(() => delays.Take(Spoiled(delays.Tell(stay, delay), f => f.Period = null)), ("period.start", "REQUIRED"), ("code", "CODE_NOT_VALID_THEN"));
        Refused(() => transfer.Take(Spoiled(transfer.Answer(stay)!, t => t.Code = null)), ("code", "TASK_KIND"));
    }

    [Fact]
    public async Task Through_the_door_each_is_found_by_those_who_see_the_stay()
    {
        var rww = hub.Discharges("rww");
        var asked = Admission();
        var stay = await rww.RecordAdmissionAsync(asked);
        await rww.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 60, "02", "05"));
        var ready = await rww.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 40));
        var person = ("patient:identifier", $"{FhirNames.NhsNumber}|{asked.NhsNumber}");
        Assert.Equal((404, "REC_NOT_FOUND", "RESOURCE_NOT_FOUND", ""), (await hub.Fhir("rww", $"Task/{stay.DischargeId}")).Issue);
        var planned = await rww.AssignPathwayAsync(Assign(stay.DischargeId, "P1", ready.Etag, 30));
        await hub.Discharges("hbc").AllocateWorkerAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, AllocatedAt = HoursAgo(20), Role = "social worker", Worker = "SW-9", Etag = planned.Etag });
        await rww.RecordDelayAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, Reason = new() { Code = "HP-transport" }, RecordedByRole = "coordinator" });
        var last = await rww.RecordDelayAsync(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, Reason = new() { Code = "CAP-home-care" }, RecordedByRole = "coordinator" });

        var observations = (await hub.FhirSearch("rww", "Observation", person)).Bundle.Entry.Select(e => (Observation)e.Resource!).ToList();
        Assert.Equal([true, false], observations.Select(o => ((FhirBoolean)o.Value!).Value!.Value));
        Assert.Equal(["02", "05"], observations[0].Component.Select(c => c.Code!.Coding[0].Code));
        Assert.Equal(observations[1].Id, ((Observation)(await hub.Fhir("hbc", $"Observation/{observations[1].Id}")).Resource!).Id);
        var flags = (await hub.FhirSearch("rww", "Flag", person)).Bundle.Entry.Select(e => (Flag)e.Resource!).ToList();
        Assert.Equal([("HP-transport", Flag.FlagStatus.Inactive), ("CAP-home-care", Flag.FlagStatus.Active)], flags.Select(f => (f.Code!.Coding[0].Code!, f.Status!.Value)));
        Assert.Single((await hub.FhirSearch("hbc", "Flag", person, ("status", "active"))).Ids);
        var request = (ServiceRequest)(await hub.Fhir("rww", $"ServiceRequest/{stay.DischargeId}")).Resource!;
        var task = (FhirTask)(await hub.Fhir("hbc", $"Task/{stay.DischargeId}")).Resource!;
        Assert.Equal((RequestStatus.Active, "P1", last.Etag), (request.Status, request.Code!.Coding[0].Code, request.Meta!.VersionId));
        Assert.Equal((FhirTask.TaskStatus.Accepted, "care-transfer", "E06000006"), (task.Status, task.Code!.Coding[0].Code, task.Owner!.Identifier!.Value));
        Assert.Equal([stay.DischargeId], (await hub.FhirSearch("rww", "Task", person, ("code", "care-transfer"))).Ids);

        // Page by page, in the middle of a stay too; and nothing for those who do not see the stay.
        var first = await hub.FhirSearch("rww", "Observation", person, ("_count", "1"));
        var second = await hub.FhirSearch("rww", "Observation", person, ("_count", "1"), ("_page", Page(first)));
        Assert.Equal(observations.Select(o => o.Id), first.Ids.Concat(second.Ids));
        foreach (var (type, id) in new[] { ("Observation", observations[0].Id!), ("Flag", flags[0].Id!), ("ServiceRequest", stay.DischargeId), ("Task", stay.DischargeId) })
        {
            Assert.Equal(404, (await hub.Fhir("rbn", $"{type}/{id}")).Status);
            Assert.Empty((await hub.FhirSearch("rbn", type, person)).Ids);
        }

        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await hub.Fhir("vcfse-1", $"Observation/{observations[0].Id}")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "PAGE_TOKEN_INVALID", "page_token"), (await hub.Fhir("rww", "Observation?_page=0.x")).Issue);
    }

    private static string Page(FhirAnswer answer) => Uri.UnescapeDataString(answer.Next![(answer.Next!.IndexOf("_page=", StringComparison.Ordinal) + 6)..]);

    private static T Through<T>(T told)
        where T : Resource => (T)FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(told)));

    private static T Spoiled<T>(T told, Action<T> spoil)
    {
        spoil(told);
        return told;
    }

    private static void Refused(Action act, params (string Field, string Reason)[] expected) =>
        Assert.Equal(expected.Order(), Assert.Throws<Fault>(act).Fields.Select(f => (f.Field, f.Reason)).Order());

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> back) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(back));

    private Gen<DischargeStatus> Stays() =>
        from id in Gen.Guid
        from ids in Gen.Guid.Array[12]
        from at in Moment.Array[12]
        from words in Word.Array[12]
        from met in Code(DischargeCodes.Criterion).Array[0, 3].Array[3]
        from pathways in Code(DischargeCodes.Pathway).Array[3]
        from reasons in Code(DischargeCodes.DelayReason).Array[3]
        from some in Gen.Bool.Array[9]
        from state in Gen.Enum<DischargeState>()
        select new DischargeStatus
        {
            Id = id,
            Trust = "RWW",
            Site = "RWWWH",
            Ward = "A1",
            SpellIdentifier = "S",
            NhsNumber = some[0] ? "9990000018" : null,
            NhsNumberStatus = some[0] ? "01" : "07",
            AdmittedAt = at[0],
            State = state,
            CareTransferHubReferredAt = at[1],
            AssessmentDueAt = some[1] ? at[1].AddHours(24) : null,
            AssessmentStartedAt = some[2] ? at[2] : null,
            AllocatedAt = some[3] ? at[3] : null,
            Pathway = pathways[0],
            Etag = "d5",
            ChangedAt = at.Max(),
            Detail = new DischargeDetail(
                new HubPatient { Family = "Quill", Given = ["Orla"] },
                [.. Enumerable.Range(0, 3).Select(n => new CriteriaReview { Id = ids[n], StayId = id, ReviewedAt = at[n + 5], Criteria = [.. met[n].Distinct()], ReviewerRole = words[n] })],
                [.. Enumerable.Range(0, 3).Select(n => new PathwayDecision { Id = ids[n + 3], StayId = id, Pathway = pathways[n], DecidedAt = at[n + 8], DecidedByRole = words[n + 3], CareTransferHubReferred = some[n + 4] })],
                [.. Enumerable.Range(0, 3).Select(n => new WorkerAllocation { Id = ids[n + 6], StayId = id, AllocatedAt = at[n + 7], Organization = "E06000006", Team = some[n + 3] ? words[n + 6] : null, Role = words[n + 5], Worker = some[n + 2] ? $"SW-{n}" : null })],
                [.. Enumerable.Range(0, 3).Select(n => new Delay { Id = ids[n + 9], StayId = id, DelayedOn = Today.AddDays(n), Reason = reasons[n], RecordedAt = at[n + 9], RecordedByRole = words[n + 8], Note = some[n + 5] ? words[n + 9] : null })]),
        };

    private Gen<string> Code(string system)
    {
        var valid = codes.Valid(system, Today);
        return Gen.Int[0, valid.Count - 1].Select(i => valid[i].Code);
    }
}
