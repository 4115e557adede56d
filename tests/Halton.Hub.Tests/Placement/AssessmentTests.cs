using Halton.Hub.Access;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>Assessments: recorded under an agreement, kept in every version, seen by their parties.</summary>
public sealed class AssessmentTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task An_assessment_is_recorded_reassessed_and_kept_in_every_version()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home("CARE-HOME-1");
        var stay = await world.Ready();
        var first = await Record(world, First(world, stay) with { Preferences = new([home.LocationId], "WA7", new Coding("", "partner"), 20_000, true, home.Id.ToString()) });
        Assert.Equal((1, "a1", stay.NhsNumber, CareWorld.Halton, BedWorld.Trust), (first.Version, first.Etag, first.NhsNumber, first.Council, first.Trust));
        Assert.Equal(TimeSpan.FromHours(72), first.ValidUntil - first.AssessedAt);
        Assert.Equal((home.Id, home.Id, 20_000), (first.Content.Preferences.Homes.Single(), first.Content.Preferences.LivedAt, first.Content.Preferences.FarthestMetres));
        var offer = await world.Offered(await world.Reserved(new(RequestId(), first.Id.ToString(), [home.LocationId], 0)));

        var next = await Record(world, Again(world, first) with { Needed = Needs(infection: "confirmed") });
        Assert.Equal((2, "a2", "confirmed"), (next.Version, next.Etag, next.Content.Needs.Infection));
        Assert.Equal("infection", (await world.Get(offer.Id)).Reason);
        var last = await Record(world, Again(world, next) with { ValidHours = 5 });
        Assert.Equal(TimeSpan.FromHours(5), last.ValidUntil - last.AssessedAt);
        Assert.Equal("none", (await Get(world, first.Id, 1)).Content.Needs.Infection);
        Assert.Equal("confirmed", (await Get(world, first.Id, 2)).Content.Needs.Infection);
        Assert.Equal(3, (await Get(world, first.Id)).Version);
        await Get(world, first.Id, 4).Refused(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND");
        Assert.Equal("assessment.recorded assessment.recorded assessment.recorded", await world.Care.Events(first.Id));

        await Record(world, Again(world, first)).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await Record(world, Again(world, last) with { AssessedAt = last.AssessedAt.AddHours(-1) }).NamesFields(("assessed_at", "ASSESSED_BEFORE"));
        await Record(world, Again(world, last), BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND");
    }

    [Fact]
    public async Task What_is_wrong_with_an_assessment_is_named_field_by_field_and_leaves_nothing()
    {
        var world = await BedWorld.In(hub);
        await world.Home(1);
        var stay = await world.Ready();
        var good = First(world, stay);
        var rows = await world.Rows();
        await Record(world, good with { Needed = null, PaidBy = null, Agreed = null, AssessedBy = "", AssessedAt = null }).NamesFields(
            ("assessed_at", "REQUIRED"), ("assessed_by", "REQUIRED"), ("needs.bed_type", "REQUIRED"), ("needs.infection", "REQUIRED"), ("funding.source", "REQUIRED"), ("consent.basis", "REQUIRED"), ("consent.capacity", "REQUIRED"));
        await Record(world, good with { Needed = new(new Coding("", "hammock"), [new(new Coding("", "bariatric"), 20), new(new Coding("", "peg"), 80), new(new Coding("", "peg"), 0)], [new(new Coding("", "falls"), new string('x', 301)), new(new Coding("", "falls"), null)], new Coding("", "none")) }).NamesFields(
            ("needs.bed_type", "CODE_UNKNOWN"), ("needs.capabilities[0].kilograms", "OUT_OF_RANGE"), ("needs.capabilities[1].kilograms", "NOT_EXPECTED"), ("needs.capabilities[2].capability", "TWICE"), ("needs.risks[0].detail", "TOO_LONG"), ("needs.risks[1].risk", "TWICE"));
        await Record(world, good with { Preferences = new([], "ZZ99", null, 100, false, null) }).NamesFields(
            ("preferences.near_whom", "REQUIRED"), ("preferences.near", "POSTCODE_UNKNOWN"), ("preferences.farthest_metres", "OUT_OF_RANGE"));
        await Record(world, good with { Preferences = new([], null, new Coding("", "family"), 900, false, null) }).NamesFields(("preferences.near_whom", "NEEDS_NEAR"), ("preferences.farthest_metres", "NEEDS_NEAR"));
        await Record(world, good with { Preferences = new(["1-0"], null, null, 0, false, "1-1") }).NamesFields(("preferences.care_homes[0]", "CARE_HOME_NOT_FOUND"), ("preferences.lived_at", "CARE_HOME_NOT_FOUND"));
        await Record(world, good with { Agreed = new(new Coding("", "own-consent"), new Coding("", "lacks-capacity")), PaidBy = new(new Coding("", "joint"), -1), ValidHours = 73, AssessedBy = NhsNumber() }).NamesFields(
            ("valid_hours", "OUT_OF_RANGE"), ("assessed_by", "LOOKS_LIKE_A_PERSON"), ("funding.weekly_limit_pence", "OUT_OF_RANGE"), ("consent.basis", "CAPACITY_LACKING"));
        await Record(world, good with { AssessedAt = world.Care.Clock.GetUtcNow().AddDays(-4) }).NamesFields(("assessed_at", "OUT_OF_DATE"));
        await Record(world, good with { ValidHours = int.MaxValue, AssessedAt = DateTimeOffset.MaxValue }).NamesFields(("assessed_at", "IN_THE_FUTURE"), ("valid_hours", "OUT_OF_RANGE"));
        await Record(world, good with { Etag = "a1" }).NamesFields(("etag", "NOT_EXPECTED"));
        await Record(world, good with { DischargeId = Guid.CreateVersion7().ToString() }).Refused(FaultKind.NotFound, "DISCHARGE_NOT_FOUND");
        await Record(world, good, BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "DISCHARGE_NOT_FOUND");
        Assert.Equal(rows, await world.Rows());

        var elsewhere = await world.Ready(assessor: BedWorld.OtherAssessor);
        await Record(world, First(world, elsewhere) with { Needed = Needs("ld-nursing") }, BedWorld.OtherAssessor).Refused(FaultKind.FailedPrecondition, "NOT_COVERED_BY_AGREEMENT");
        var atHome = await world.Ready("P1");
        await Record(world, First(world, atHome)).Refused(FaultKind.FailedPrecondition, "PATHWAY_HAS_NO_PLACEMENT");
        var recorded = await Record(world, good);
        Assert.Equal(recorded.Id, (await Record(world, good)).Id);
        await Record(world, First(world, stay)).Refused(FaultKind.AlreadyExists, "ALREADY_ASSESSED");
    }

    [Fact]
    public async Task The_parties_see_it_and_nobody_else_and_each_look_is_on_record()
    {
        var world = await BedWorld.In(hub);
        await world.Home(1);
        var stay = await world.Ready();
        var assessment = await Record(world, First(world, stay));
        Assert.Equal(assessment.Id, (await Get(world, assessment.Id, 0, CareWorld.Halton, OrganizationKind.Council)).Id);
        Assert.Equal(assessment.Id, (await Get(world, assessment.Id, 0, BedWorld.Trust, OrganizationKind.AcuteTrust)).Id);
        await Get(world, assessment.Id, 0, BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND");
        await Get(world, assessment.Id, 0, CareWorld.Liverpool, OrganizationKind.Council).Refused(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND");
        Assert.Equal(2L, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetAssessment' and $1 = any (records)", assessment.Id));

        var listed = await List(new AssessmentFilter { DischargeId = stay.Id.ToString() });
        Assert.Equal([assessment.Id], listed.Assessments.Select(a => a.Id));
        await hub.Execute("update placement.assessment set valid_until = now() where id = $1", assessment.Id);
        Assert.Empty((await List(new AssessmentFilter { DischargeId = stay.Id.ToString(), UsableOnly = true })).Assessments);
        await world.Assessed();
        var page = await List(new AssessmentFilter(), 1);
        Assert.NotEmpty(page.NextPageToken);
        Assert.DoesNotContain(page.Assessments[0].Id, (await List(new AssessmentFilter(), 1, page.NextPageToken)).Assessments.Select(a => a.Id));

        Task<AssessmentPage> List(AssessmentFilter filter, int size = 0, string? token = null) =>
            world.Care.The<ListAssessments>().Run(world.As("ListAssessments"), filter, size, token, CancellationToken.None);
    }

    [Fact]
    public async Task A_referral_to_the_care_transfer_hub_shares_the_stay_with_the_assessors_and_no_other_does()
    {
        var world = await BedWorld.In(hub);
        await world.Home(1);
        var trust = hub.Discharges("rww");
        foreach (var (pathway, referred, seen) in new[] { ("P0", false, false), ("P1", true, false), ("P3", false, false), ("P2", true, true) })
        {
            var admitted = await trust.RecordAdmissionAsync(Admission());
            var assign = Assign(admitted.DischargeId, pathway, admitted.Etag);
            assign.CareTransferHubReferred = referred;
            await trust.AssignPathwayAsync(assign);
            Assert.Equal(seen, await hub.Value<bool>("select exists (select from discharge.access where stay_id = $1 and org = $2)", Guid.Parse(admitted.DischargeId), BedWorld.Assessor));
        }
    }

    private static RecordAssessment.Needs Needs(string bedType = BedWorld.Kind, string infection = "none") => new(new Coding("", bedType), [], [], new Coding("", infection));

    private static RecordAssessment.Request First(BedWorld world, Stay stay) => new(
        RequestId(),
        stay.Id.ToString(),
        null,
        null,
        world.Care.Clock.GetUtcNow().AddMinutes(-30),
        "assessor 7",
        0,
        Needs(),
        null,
        new(new Coding("", "local-authority"), 90_000),
        new(new Coding("", "own-consent"), new Coding("", "has-capacity")));

    private static RecordAssessment.Request Again(BedWorld world, AssessmentState was) => new(
        RequestId(),
        null,
        was.Id.ToString(),
        was.Etag,
        world.Care.Clock.GetUtcNow(),
        "assessor 7",
        0,
        Needs(),
        null,
        new(new Coding("", "local-authority"), 90_000),
        new(new Coding("", "own-consent"), new Coding("", "has-capacity")));

    private static async Task<AssessmentState> Record(BedWorld world, RecordAssessment.Request request, string assessor = BedWorld.Assessor) =>
        await world.Care.The<RecordAssessment>().Run(world.As("RecordAssessment", assessor), request, CancellationToken.None);

    private static async Task<AssessmentState> Get(BedWorld world, Guid id, int version = 0, string organization = BedWorld.Assessor, OrganizationKind kind = OrganizationKind.TrustedAssessor) =>
        await world.Care.The<GetAssessment>().Run(world.Care.As(organization, "GetAssessment", kind), id.ToString(), version, CancellationToken.None);
}
