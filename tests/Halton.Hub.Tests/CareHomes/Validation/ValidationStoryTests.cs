using Grpc.Core.Interceptors;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Events;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>A home outside the borough from the first placement to an override, through the council's own door, and what is left on record.</summary>
public sealed class ValidationStoryTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_good_home_is_downgraded_waits_for_the_host_and_is_overridden_by_a_named_officer()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var homes = new CareHomeService.CareHomeServiceClient(hub.Channel("hbc").Intercept(new ErrorFile()));
        var placements = new PlacementService.PlacementServiceClient(hub.Channel("hbc").Intercept(new ErrorFile()));
        var before = await world.The<Watch>().TokenForNow(hub.CallOf("hbc", "ListValidations"), "story", CancellationToken.None);

        await placements.RecordPlacementAsync(new RecordPlacementRequest
        {
            RequestId = RequestId(),
            CaseReference = "ASC-STORY-1",
            NhsNumber = NhsNumber(),
            CareHome = home.LocationId,
            BedType = new Coding { Code = "dementia-nursing" },
            OutOfAreaReason = new Coding { Code = "specialist-provision" },
            StartedOn = world.Day(-20),
        });
        var opened = await homes.GetValidationAsync(new GetValidationRequest { CareHome = home.LocationId });
        Assert.Equal(("pending", "chase-host"), (opened.Decision.Code, Assert.Single(opened.Tasks).Code));
        Assert.Contains("specialist provision", opened.Checks.Single(c => c.Code.Code == "11").Evidence, StringComparison.Ordinal);

        await homes.RecordContractAsync(new RecordContractRequest
        {
            RequestId = RequestId(),
            CareHome = home.LocationId,
            Route = new Coding { Code = "flexible-purchasing-system" },
            Reference = "FPS-STORY-1",
            ValidFrom = world.Day(-20),
            InsuredUntil = world.Day(400),
        });
        var valid = await homes.RecordHostReplyAsync(new RecordHostReplyRequest
        {
            RequestId = RequestId(),
            CareHome = home.LocationId,
            ContactedOn = world.Day(-2),
            RepliedOn = world.Day(-1),
            Acknowledged = true,
            Concerns = new Coding { Code = "none" },
            Reference = "WBC-QA-1",
        });
        Assert.Equal(("valid", 12), (valid.Decision.Code, valid.Checks.Count));
        Assert.All(valid.Checks, c => Assert.Contains(c.Outcome.Code, (string[])["pass", "info"]));
        Assert.DoesNotContain(valid.Tasks, t => t.DoneAt is null);

        await world.Cqc(home, known => known.RatingOverall = "requires-improvement", "rating-downgrade");
        var reopened = await homes.GetValidationAsync(new GetValidationRequest { CareHome = home.Id.ToString() });
        Assert.Equal(("re-validation-required", "rating-downgrade"), (reopened.Decision.Code, Assert.Single(reopened.ReopenedBy)));
        Assert.Equal("revalidate", Assert.Single(reopened.Tasks, t => t.DoneAt is null).Code);
        var listed = await homes.ListValidationsAsync(new ListValidationsRequest { OpenTasksOnly = true, Decisions = { "re-validation-required" }, PageSize = 200 });
        Assert.Contains(reopened.ValidationId, listed.Validations.Select(v => v.ValidationId));

        var overridden = await homes.OverrideValidationAsync(new OverrideValidationRequest
        {
            RequestId = RequestId(),
            CareHome = home.LocationId,
            Authoriser = "Alba Quillrow",
            Role = "Director of Adult Social Services",
            Reason = "No other home within reach meets the need.",
            Conditions = { "A social worker visits each fortnight." },
            Until = world.Day(90),
            Etag = reopened.Etag,
        });
        Assert.Equal(("valid-with-conditions", "Alba Quillrow", "A social worker visits each fortnight."), (overridden.Decision.Code, overridden.Override.Authoriser, overridden.Conditions[^1]));

        var id = Guid.Parse(overridden.ValidationId);
        Assert.Equal(
            "validation.decided validation.task-raised validation.decided validation.reopened validation.decided validation.task-raised validation.overridden validation.decided",
            await world.Events(id));
        Assert.Equal("CqcDirectorySync", await hub.Value<string>("select operation from audit.entry where $1 = any (records)", home.Id));
        Assert.Equal(
            "RecordHostReply hbc, OverrideValidation hbc",
            await hub.Value<string>("select string_agg(operation || ' ' || partner, ', ' order by recorded_at) from audit.entry where $1 = any (records)", id));

        var heard = new List<HubEvent>();
        await foreach (var item in world.The<Watch>().Follow(hub.CallOf("hbc", "ListValidations"), "validation.", "story", e => e.RecordId == id, before, CancellationToken.None))
        {
            heard.AddRange(item.Event is { } happened ? [happened] : []);
            if (heard.Count == 8)
            {
                break;
            }
        }

        var last = (ValidationState)heard[^1].Payload;
        Assert.Equal(("valid-with-conditions", 0), (last.Decision, last.Checks.Count));
        Assert.True(heard[0].IsFor("RWW") && heard[0].IsFor("HALTON-TA") && !heard[0].IsFor("CARE-HOME-1") && !heard[0].IsFor(CareWorld.Liverpool));
    }

    [Fact]
    public async Task A_sanction_reopens_ones_own_validation_at_once_and_lifting_it_does_not_make_it_valid()
    {
        var world = await CareWorld.In(hub);
        var (home, validation) = await world.Valid();
        var sanction = await world.Sanctioned(home);
        var blocked = await world.Get(home);
        Assert.Equal(("blocked", "sanction"), (blocked.Decision, Assert.Single(blocked.ReopenedBy)));
        Assert.Equal("sanction.imposed", await world.Events(sanction.Id));
        var lifted = await world.The<LiftSanction>().Run(world.As(CareWorld.Halton, "LiftSanction"), new(RequestId(), sanction.Id.ToString(), world.Today, sanction.Etag), default);
        Assert.Equal(("s2", "sanction.imposed sanction.lifted"), (lifted.Etag, await world.Events(sanction.Id)));
        Assert.Equal("re-validation-required", (await world.Get(home)).Decision);
        var answered = await world.Answered(home);
        Assert.Equal(("valid", null), (answered.Decision, answered.ReopenedAt));
        Assert.NotEqual(validation.Etag, answered.Etag);
    }

    [Fact]
    public async Task An_assessment_bears_on_the_councils_validation_and_on_none_where_there_is_none()
    {
        var world = await CareWorld.In(hub);
        var (home, _) = await world.Valid();
        var poor = await world.The<RecordQualityAssessment>().Run(world.As(CareWorld.Halton, "RecordQualityAssessment"), Assessment(home.LocationId, "poor"), default);
        Assert.Equal("blocked", poor.Validation!.Decision);
        var elsewhere = await world.Home();
        Assert.Null((await world.The<RecordQualityAssessment>().Run(world.As(CareWorld.Halton, "RecordQualityAssessment"), Assessment(elsewhere.LocationId, "good"), default)).Validation);

        RecordQualityAssessment.Request Assessment(string careHome, string overall) =>
            new(RequestId(), careHome, "E06000007", world.Day(-9), new Halton.Hub.Foundation.Coding("", overall), [.. Enumerable.Repeat("good", 5)], [.. Enumerable.Repeat("good", 16)]);
    }
}
