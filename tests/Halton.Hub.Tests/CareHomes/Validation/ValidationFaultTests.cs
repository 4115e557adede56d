using Halton.Hub.Access;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>What is refused, to whom, what a repeat gets, and that a refusal leaves nothing.</summary>
public sealed class ValidationFaultTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_wrong_contact_leaves_nothing()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var inside = await world.Home(h => h.LocalAuthority = CareWorld.Halton);
        var rows = await world.Rows();
        await Fields(r => r with { RequestId = "x", CareHome = "", ContactedOn = "", Reference = "" }, ("request_id", "NOT_A_UUID"), ("care_home", "REQUIRED"), ("contacted_on", "REQUIRED"), ("reference", "REQUIRED"));
        await Fields(r => r with { ContactedOn = world.Day(1), RepliedOn = world.Day(2) }, ("contacted_on", "IN_THE_FUTURE"), ("replied_on", "IN_THE_FUTURE"));
        await Fields(r => r with { RepliedOn = world.Day(-4) }, ("replied_on", "REPLIED_BEFORE_ASKED"));
        await Fields(r => r with { Concerns = null }, ("concerns", "REQUIRED"));
        await Fields(r => r with { Concerns = new Coding("", "gossip") }, ("concerns", "CODE_UNKNOWN"));
        await Fields(
            r => r with { RepliedOn = null, PlacementsSuspended = true, OpenEnquiries = true, ProviderFailure = true },
            ("concerns", "NOT_EXPECTED"), ("placements_suspended", "NOT_EXPECTED"), ("open_enquiries", "NOT_EXPECTED"), ("provider_failure", "NOT_EXPECTED"));
        await Fields(r => r with { Reference = NhsNumber() }, ("reference", "LOOKS_LIKE_A_PERSON"));
        await Fields(r => r with { Reference = new string('r', 61) }, ("reference", "TOO_LONG"));
        await world.Answered(home, change: r => r with { CareHome = "1-0" }).Refused(FaultKind.NotFound, "CARE_HOME_NOT_FOUND");
        await world.Answered(inside).Refused(FaultKind.FailedPrecondition, "IN_BOROUGH");
        Assert.Equal(rows, await world.Rows());

        Task Fields(Func<RecordHostReply.Request, RecordHostReply.Request> change, params (string, string)[] wrong) => world.Answered(home, change: change).NamesFields(wrong);
    }

    [Fact]
    public async Task A_wrong_override_leaves_nothing()
    {
        var world = await CareWorld.In(hub);
        var (home, valid) = await world.Valid();
        var untouched = await world.Home();
        var rows = await world.Rows();
        await world.Overridden(world.Word(home, valid.Etag)).Refused(FaultKind.FailedPrecondition, "NOTHING_TO_OVERRIDE");
        await world.Overridden(world.Word(untouched, valid.Etag)).Refused(FaultKind.NotFound, "VALIDATION_NOT_FOUND");
        Assert.Equal(rows, await world.Rows());

        await world.Cqc(home, h => h.Dormant = true, "dormancy");
        var closed = await world.Get(home);
        rows = await world.Rows();
        var stale = await world.Overridden(world.Word(home, valid.Etag)).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        Assert.Equal(closed.Etag, stale.CurrentEtag);
        await world.Overridden(world.Word(home, closed.Etag)).Refused(FaultKind.FailedPrecondition, "CANNOT_BE_OVERRIDDEN");
        var word = world.Word(home, closed.Etag);
        await world.Overridden(word with { Authoriser = "", Role = "", Reason = "Short.", Until = world.Day(-1), Etag = "" }).NamesFields(
            ("authoriser", "REQUIRED"), ("role", "REQUIRED"), ("reason", "TOO_SHORT"), ("until", "UNTIL_INVALID"), ("etag", "REQUIRED"));
        await world.Overridden(word with { Until = world.Day(190), Reason = "Her daughter can be reached on 0151 496 0123.", Conditions = [.. Enumerable.Repeat("Weekly calls.", 11)] }).NamesFields(
            ("until", "UNTIL_INVALID"), ("reason", "LOOKS_LIKE_A_PERSON"), ("conditions", "TOO_MANY"));
        await world.Overridden(word with { Conditions = ["Ring 0151 496 0123"] }).NamesFields(("conditions[0]", "LOOKS_LIKE_A_PERSON"));
        Assert.Equal(rows, await world.Rows());
    }

    [Fact]
    public async Task Wrong_sanctions_contracts_assessments_and_agreements_leave_nothing()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var shop = await world.Home(h => h.IsCareHome = false);
        var sanction = await world.Sanctioned(home);
        var contract = new RecordContract.Request(RequestId(), home.LocationId, new Coding("", "spot"), "ONE-OF-A-KIND", world.Day(0), null, null);
        await Contract(contract);
        var rows = await world.Rows();

        await world.Sanctioned(home).Refused(FaultKind.AlreadyExists, "SANCTION_ALREADY_IMPOSED");
        await Impose(world.Sanction(home) with { Kind = null, Reason = "Ask jo@example.org", From = world.Day(1), Authority = "X" }).NamesFields(
            ("kind", "REQUIRED"), ("reason", "LOOKS_LIKE_A_PERSON"), ("from", "IN_THE_FUTURE"), ("authority", "CODE_UNKNOWN"));
        await Lift(CareWorld.Liverpool, new(RequestId(), sanction.Id.ToString(), world.Today, sanction.Etag)).Refused(FaultKind.NotFound, "SANCTION_NOT_FOUND");
        await Lift(CareWorld.Halton, new(RequestId(), sanction.Id.ToString(), world.Today, "s9")).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await Lift(CareWorld.Halton, new(RequestId(), sanction.Id.ToString(), world.Day(-1), sanction.Etag)).NamesFields(("lifted_on", "LIFTED_BEFORE_IMPOSED"));
        await Lift(CareWorld.Halton, new("x", "x", "", "")).NamesFields(("request_id", "NOT_A_UUID"), ("sanction_id", "NOT_A_UUID"), ("lifted_on", "REQUIRED"), ("etag", "REQUIRED"));
        await Contract(contract with { RequestId = RequestId() }).Refused(FaultKind.AlreadyExists, "CONTRACT_ALREADY_RECORDED");
        await Contract(contract with { Route = new Coding("", "barter"), ValidTo = world.Day(-1), Reference = NhsNumber() }).NamesFields(
            ("route", "CODE_UNKNOWN"), ("valid_to", "ENDS_BEFORE_IT_BEGINS"), ("reference", "LOOKS_LIKE_A_PERSON"));
        await Assess(new(RequestId(), home.LocationId, null, world.Day(0), new Coding("", "superb"), ["good"], [.. Enumerable.Repeat("good", 15), "bad"])).NamesFields(
            ("overall", "CODE_UNKNOWN"), ("domains", "WRONG_NUMBER"), ("standards[15]", "CODE_UNKNOWN"));
        var agreed = new RecordAssessorAgreement.Request(RequestId(), home.LocationId, "HALTON-TA", ["nursing"], world.Day(0), null, world.Day(300));
        await Agree(agreed with { Assessor = "RWW" }).NamesFields(("assessor", "ASSESSOR_UNKNOWN"));
        await Agree(agreed with { Competencies = [], ReviewDue = world.Day(-1) }).NamesFields(("competencies", "REQUIRED"), ("review_due", "REVIEWED_BEFORE_IT_BEGINS"));
        await Agree(agreed with { Competencies = ["surgery"] }).NamesFields(("competencies", "CODE_UNKNOWN"));
        await Agree(agreed with { CareHome = shop.LocationId }).Refused(FaultKind.FailedPrecondition, "NOT_A_CARE_HOME");
        await Share(new(RequestId(), CareWorld.Halton, "SH-1", world.Day(0), null)).NamesFields(("host_authority", "OWN_AREA"));
        await Share(new(RequestId(), "X", "", "", null)).NamesFields(("host_authority", "CODE_UNKNOWN"), ("reference", "REQUIRED"), ("valid_from", "REQUIRED"));
        Assert.Equal(rows, await world.Rows());

        Assert.Equal(["nursing"], (await Agree(agreed)).Competencies);
        Assert.Equal("E06000007", (await Share(new(RequestId(), "E06000007", "SH-1", world.Day(0), null))).HostAuthority);
        await Lift(CareWorld.Halton, new(RequestId(), sanction.Id.ToString(), world.Today, sanction.Etag));
        await Lift(CareWorld.Halton, new(RequestId(), sanction.Id.ToString(), world.Today, "s2")).Refused(FaultKind.FailedPrecondition, "SANCTION_LIFTED");

        async Task<SanctionState> Impose(ImposeSanction.Request r) => await world.The<ImposeSanction>().Run(world.As(CareWorld.Halton, "ImposeSanction"), r, default);
        async Task<SanctionState> Lift(string council, LiftSanction.Request r) => await world.The<LiftSanction>().Run(world.As(council, "LiftSanction"), r, default);
        async Task<Contract> Contract(RecordContract.Request r) => await world.The<RecordContract>().Run(world.As(CareWorld.Halton, "RecordContract"), r, default);
        async Task<QualityAnswer> Assess(RecordQualityAssessment.Request r) => await world.The<RecordQualityAssessment>().Run(world.As(CareWorld.Halton, "RecordQualityAssessment"), r, default);
        async Task<AssessorAgreement> Agree(RecordAssessorAgreement.Request r) => await world.The<RecordAssessorAgreement>().Run(world.As(CareWorld.Halton, "RecordAssessorAgreement"), r, default);
        async Task<SharingAgreement> Share(RecordSharingAgreement.Request r) => await world.The<RecordSharingAgreement>().Run(world.As(CareWorld.Halton, "RecordSharingAgreement"), r, default);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_happens_once()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var answer = world.Answer(home);
        var first = await Record(answer);
        var rows = await world.Rows();
        Assert.Equal(first.Etag, (await Record(answer)).Etag);
        rows[^1]++;
        Assert.Equal(rows, await world.Rows());
        await Record(answer with { Acknowledged = false }).Refused(FaultKind.AlreadyExists, "REQUEST_ID_REUSED");
        var word = world.Word(home, first.Etag);
        Assert.Equal((await world.Overridden(word)).Etag, (await world.Overridden(word)).Etag);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from events.event where record_id = $1 and kind = 'validation.overridden'", first.Id));

        async Task<ValidationState> Record(RecordHostReply.Request r) => await world.The<RecordHostReply>().Run(world.As(CareWorld.Halton, "RecordHostReply"), r, default);
    }

    [Fact]
    public async Task Many_at_once_open_one_validation()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var states = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => world.Answered(home)));
        Assert.Single(states.Select(s => s.Id).Distinct());
        Assert.Equal((1L, 12L), (await hub.Value<long>("select count(*) from carehomes.validation where home_id = $1", home.Id), await hub.Value<long>("select count(*) from carehomes.host_reply where home_id = $1", home.Id)));
    }

    [Fact]
    public async Task Another_council_sees_nothing_and_others_see_what_came_of_the_evidence_but_not_the_hosts()
    {
        var world = await CareWorld.In(hub);
        var (home, validation) = await world.Valid();
        await world.Get(home, CareWorld.Liverpool).Refused(FaultKind.NotFound, "VALIDATION_NOT_FOUND");
        await world.Get(home, CareWorld.Liverpool, council: CareWorld.Halton).Refused(FaultKind.NotFound, "VALIDATION_NOT_FOUND");
        Assert.Empty((await List(CareWorld.Liverpool, new() { Council = CareWorld.Halton })).Validations);
        await world.Get(home, "RWW", OrganizationKind.AcuteTrust).NamesFields(("council", "COUNCIL_REQUIRED"));
        await List("RWW", new(), OrganizationKind.AcuteTrust).NamesFields(("council", "COUNCIL_REQUIRED"));
        var seen = await world.Get(home, "RWW", OrganizationKind.AcuteTrust, CareWorld.Halton);
        Assert.Equal(["05", "07", "10"], seen.Checks.Where(c => c.Evidence.Length == 0).Select(c => c.Code));
        Assert.Equal(validation.Checks.Select(c => c.Outcome), seen.Checks.Select(c => c.Outcome));
        Assert.All((await world.Get(home)).Checks, c => Assert.NotEmpty(c.Evidence));
        Assert.All((await List("RWW", new() { Council = CareWorld.Halton }, OrganizationKind.AcuteTrust)).Validations, v => Assert.Empty(v.Checks));

        var table = world.The<AccessTable>();
        foreach (var operation in new[] { "GetValidation", "ListValidations", "ListSanctions", "RecordHostReply", "RecordQualityAssessment", "RecordContract", "RecordAssessorAgreement", "RecordSharingAgreement", "OverrideValidation", "ImposeSanction", "LiftSanction" })
        {
            var rule = table.Doors.Values.First(r => r.Name == operation);
            Assert.DoesNotContain(OrganizationKind.CareHome, rule.Kinds);
            Assert.DoesNotContain(OrganizationKind.Vcfse, rule.Kinds);
        }

        async Task<ValidationPage> List(string organization, ValidationFilter filter, OrganizationKind kind = OrganizationKind.Council) =>
            await world.The<ListValidations>().Run(world.As(organization, "ListValidations", kind), filter, 200, null, default);
    }

    [Fact]
    public async Task Lists_show_the_need_first_page_by_page()
    {
        var world = await CareWorld.In(hub);
        const string council = "E08000013";
        await hub.Execute($"insert into access.organization (code, name, kind, local_authority) values ('{council}', 'St Helens Council', 'Council', '{council}')");
        var (calm, _) = await world.Valid(council);
        var open = await world.Home();
        await world.Answered(open, council, r => r with { RepliedOn = null, Concerns = null, Reference = null, ContactedOn = world.Day(-40) });
        var waiting = await world.Home();
        await world.Answered(waiting, council);

        var first = await List(new(), 2, null);
        var second = await List(new(), 2, first.NextPageToken);
        Assert.Equal([open.Id, waiting.Id, calm.Id], first.Validations.Concat(second.Validations).Select(v => v.HomeId));
        Assert.Empty(second.NextPageToken);
        Assert.Equal([open.Id], (await List(new() { OpenTasksOnly = true }, 0, null)).Validations.Select(v => v.HomeId));
        Assert.Equal([calm.Id], (await List(new() { Decisions = ["valid"] }, 0, null)).Validations.Select(v => v.HomeId));
        Assert.Equal(3, (await List(new() { HostAuthority = "E06000007" }, 0, null)).Validations.Count);
        Assert.Empty((await List(new() { HostAuthority = "E06000008" }, 0, null)).Validations);
        Assert.Empty((await List(new() { ExpiresBy = world.Clock.Today() }, 0, null)).Validations);
        await List(new() { OpenTasksOnly = true }, 2, first.NextPageToken).NamesFields(("page_token", "PAGE_TOKEN_INVALID"));
        await List(new() { Decisions = ["perhaps"] }, 201, null).NamesFields(("page_size", "PAGE_SIZE_INVALID"), ("decisions", "CODE_UNKNOWN"));

        var older = await world.Sanctioned(calm, kind: "enhanced-monitoring");
        var newer = await world.Sanctioned(calm, CareWorld.Liverpool);
        var page = await Sanctions(1, null, false);
        Assert.Equal([newer.Id], page.Sanctions.Select(s => s.Id));
        Assert.Equal([older.Id], (await Sanctions(1, page.NextPageToken, false)).Sanctions.Select(s => s.Id));
        await world.The<LiftSanction>().Run(world.As(CareWorld.Liverpool, "LiftSanction"), new(RequestId(), newer.Id.ToString(), world.Today, newer.Etag), default);
        Assert.Equal([older.Id], (await Sanctions(0, null, false)).Sanctions.Select(s => s.Id));
        Assert.Equal(2, (await Sanctions(0, null, true)).Sanctions.Count);

        async Task<ValidationPage> List(ValidationFilter filter, int size, string? token) => await world.The<ListValidations>().Run(world.As(council, "ListValidations"), filter, size, token, default);
        async Task<SanctionPage> Sanctions(int size, string? token, bool lifted) => await world.The<ListSanctions>().Run(world.As("RWW", "ListSanctions", OrganizationKind.AcuteTrust), calm.LocationId, lifted, size, token, default);
    }
}
