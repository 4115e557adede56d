using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;


namespace Halton.Hub.Tests.Placement;

/// <summary>Reservations: a bed is held for one person, the home's capacity follows, and the database's clock says until when.</summary>
public sealed class ReservationTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_bed_is_held_extended_and_let_go_and_capacity_follows()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(available: 2);
        var held = await world.Reserved(BedWorld.Asking(await world.Assessed(), home));
        Assert.Equal((BedHold.Held, 1, "b1", home.Id), (held.State, held.BedNumber, held.Etag, held.HomeId));
        Assert.Equal(TimeSpan.FromHours(24), held.HeldUntil - held.HeldAt);
        Assert.Equal((18, 1, 1), await world.Told(home));

        var longer = await world.Extended(held, 40 * 60);
        Assert.True(longer.HeldUntil > held.HeldUntil);
        Assert.Equal(held.LongestUntil, longer.LongestUntil);
        var longest = await world.Extended(longer, 100 * 60);
        Assert.Equal(held.LongestUntil, longest.HeldUntil);
        await world.Extended(longest, 100 * 60).Refused(FaultKind.FailedPrecondition, "HELD_LONG_ENOUGH");

        var released = await world.Released(longest);
        Assert.Equal((BedHold.Released, "not-needed"), (released.State, released.ReleaseReason));
        Assert.NotNull(released.EndedAt);
        Assert.Equal((18, 0, 2), await world.Told(home));
        Assert.Equal("bed.reserved bed.extended bed.extended bed.released", await world.Care.Events(held.Id));
        Assert.Equal("HALTON-TA,E06000006,RWW", await hub.Value<string>("select array_to_string(audience, ',') from events.event where record_id = $1 limit 1", held.Id));
        Assert.Equal(4L, await hub.Value<long>("select count(*) from events.event where kind = 'capacity.changed' and record_id = $1", home.Id));

        await world.Released(released).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");
        await world.Extended(released, 30).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");
    }

    [Fact]
    public async Task The_first_home_of_a_list_that_has_a_bed_is_taken()
    {
        var world = await BedWorld.In(hub);
        var (full, barred, free) = (await world.Home(0), await world.Home(3), await world.Home(1));
        await world.Care.Sanctioned(barred);
        var held = await world.Reserved(BedWorld.Asking(await world.Assessed(), full, barred, free));
        Assert.Equal(free.Id, held.HomeId);
        await world.Reserved(BedWorld.Asking(await world.Assessed(), full, barred, free)).Refused(FaultKind.FailedPrecondition, "NO_BED_AVAILABLE");
    }

    [Fact]
    public async Task What_speaks_against_a_bed_is_named_and_leaves_nothing()
    {
        var world = await BedWorld.In(hub);
        var assessment = await world.Assessed();
        var good = await world.Home(1);
        var (closed, dormant, unsaid, stale, foreign, sanctioned, alone) = (
            await world.Home(1), await world.Home(1, change: h => h.Dormant = true), await world.Care.Home(h => h.LocalAuthority = CareWorld.Halton), await world.Home(1),
            await world.Home(1, change: h => h.LocalAuthority = "E06000007"), await world.Home(1), await world.Care.Home(h => h.LocalAuthority = CareWorld.Halton));
        await world.Returned(closed, 19, 0, 1, accepting: false);
        await world.Returned(stale, 19, 0, 1, asOf: "clock_timestamp() - interval '9 days'");
        await world.Agreed(unsaid, BedWorld.Assessor);
        await world.Care.Sanctioned(sanctioned);
        var disputed = await world.Assessed(change: a => a.DisputeReason = "incomplete");
        var old = await world.Assessed(change: a => a.ValidUntil = a.AssessedAt);
        var atHome = await world.Assessed(await world.Ready("P1"));
        var nursing = await world.Assessed(change: a => a.Content = a.Content with { Needs = a.Content.Needs with { BedType = "general-nursing" } });
        var rows = await world.Rows();

        await Refused(closed, "NOT_ACCEPTING");
        await Refused(dormant, "HOME_NOT_OPEN");
        await Refused(unsaid, "CAPACITY_UNKNOWN");
        await Refused(stale, "CAPACITY_UNKNOWN");
        await Refused(foreign, "NOT_VALIDATED");
        await Refused(sanctioned, "SANCTIONED");
        await Refused(alone, "NO_AGREEMENT");
        await world.Reserved(BedWorld.Asking(disputed, good)).Refused(FaultKind.FailedPrecondition, "ASSESSMENT_DISPUTED");
        await world.Reserved(BedWorld.Asking(old, good)).Refused(FaultKind.FailedPrecondition, "ASSESSMENT_OUT_OF_DATE");
        await world.Reserved(BedWorld.Asking(atHome, good)).Refused(FaultKind.FailedPrecondition, "PATHWAY_HAS_NO_PLACEMENT");
        await world.Reserved(BedWorld.Asking(nursing, good)).Refused(FaultKind.FailedPrecondition, "NOT_COVERED_BY_AGREEMENT");
        await world.Reserved(BedWorld.Asking(assessment, good), BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "ASSESSMENT_NOT_FOUND");
        await world.Reserved(BedWorld.Asking(assessment, good) with { CareHomes = ["1-0"] }).Refused(FaultKind.NotFound, "CARE_HOME_NOT_FOUND");
        await world.Reserved(BedWorld.Asking(assessment) with { Minutes = 3 }).NamesFields(("care_homes", "REQUIRED"), ("minutes", "OUT_OF_RANGE"));
        await world.Reserved(BedWorld.Asking(assessment, good, good)).NamesFields(("care_homes", "TWICE"));
        Assert.Equal(rows, await world.Rows());

        Task Refused(CareHome home, string reason) => world.Reserved(BedWorld.Asking(assessment, home)).Refused(FaultKind.FailedPrecondition, reason);
    }

    [Fact]
    public async Task A_person_has_one_bed_of_a_home_and_a_repeat_is_the_same_bed()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(5);
        var assessment = await world.Assessed();
        var asking = BedWorld.Asking(assessment, home);
        var held = await world.Reserved(asking);
        Assert.Equal(held.Id, (await world.Reserved(asking)).Id);
        await world.Reserved(asking with { Minutes = 60 }).Refused(FaultKind.AlreadyExists, "REQUEST_ID_REUSED");
        await world.Reserved(BedWorld.Asking(assessment, home)).Refused(FaultKind.AlreadyExists, "BED_ALREADY_HELD");
        Assert.Equal((15, 1, 4), await world.Told(home));
        await world.Released(held with { Etag = "b9" }).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await world.Released(held, "bored").NamesFields(("reason", "CODE_UNKNOWN"));
        await world.Released(held, assessor: BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "RESERVATION_NOT_FOUND");
        await world.Extended(held, 30, BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "RESERVATION_NOT_FOUND");
    }

    [Fact]
    public async Task A_bed_whose_time_ran_out_is_free_before_anybody_takes_note()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(1);
        var assessment = await world.Assessed();
        var held = await world.Reserved(BedWorld.Asking(assessment, home));
        await world.RunOut(held);
        Assert.Equal(1, (await world.Told(home)).Available);
        Assert.Equal(BedHold.Expired, (await Get(world, held)).State);
        await world.Extended(held, 60).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");

        // The same person can have it again, though the clock's job has not run.
        var again = await world.Reserved(BedWorld.Asking(assessment, home));
        Assert.Equal("bed.reserved bed.expired", await world.Care.Events(held.Id));
        Assert.Equal(0, (await world.Told(home)).Available);
        await world.RunOut(again);
        Assert.Equal(1, await world.Expired());
        Assert.Equal(0, await world.Expired());
        Assert.Equal("bed.reserved bed.expired", await world.Care.Events(again.Id));
    }

    [Fact]
    public async Task An_organisation_holds_no_more_beds_than_it_may()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(30, 40);
        await hub.Execute("update placement.flow_policy set most_held = (select count(*) + 2 from carehomes.bed_hold where held_for = $1 and state = 'held')", BedWorld.OtherAssessor);
        await world.Care.The<Halton.Hub.Placement.FlowPolicies>().Renew(CancellationToken.None);
        try
        {
            await world.Reserved(BedWorld.Asking(await world.Assessed(assessor: BedWorld.OtherAssessor), home), BedWorld.OtherAssessor);
            var last = await world.Reserved(BedWorld.Asking(await world.Assessed(assessor: BedWorld.OtherAssessor), home), BedWorld.OtherAssessor);
            await world.Reserved(BedWorld.Asking(await world.Assessed(assessor: BedWorld.OtherAssessor), home), BedWorld.OtherAssessor).Refused(FaultKind.ResourceExhausted, "TOO_MANY_RESERVATIONS");
            await world.Released(last, assessor: BedWorld.OtherAssessor);
            await world.Reserved(BedWorld.Asking(await world.Assessed(assessor: BedWorld.OtherAssessor), home), BedWorld.OtherAssessor);
        }
        finally
        {
            await hub.Execute("update placement.flow_policy set most_held = 25");
            await world.Care.The<Halton.Hub.Placement.FlowPolicies>().Renew(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_return_and_the_beds_that_the_hub_holds_never_disagree()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(3);
        var first = await world.Reserved(BedWorld.Asking(await world.Assessed(), home));

        // The home counts the held bed among its reserved ones.
        await world.Returned(home, 17, 1, 2);
        Assert.Equal((17, 1, 2), await world.Told(home));

        // It does not: the hub does.
        await world.Returned(home, 17, 0, 3);
        Assert.Equal((17, 1, 2), await world.Told(home));
        var second = await world.Reserved(BedWorld.Asking(await world.Assessed(), home));
        Assert.Equal((17, 2, 1), await world.Told(home));

        // Letting go of a bed that the home counted as reserved frees it without a new return.
        await world.Returned(home, 17, 2, 1);
        await world.Released(first);
        Assert.Equal((17, 1, 2), await world.Told(home));
        await world.Released(second);
        Assert.Equal((17, 0, 3), await world.Told(home));
    }

    [Fact]
    public async Task Each_party_sees_its_own_and_every_look_is_on_record()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(5);
        var assessments = new[] { await world.Assessed(), await world.Assessed(), await world.Assessed() };
        var held = new List<ReservationState>();
        foreach (var assessment in assessments)
        {
            held.Add(await world.Reserved(BedWorld.Asking(assessment, home)));
        }

        await world.Released(held[2]);
        var looks = await hub.Value<long>("select count(*) from audit.entry where operation = 'ListReservations'");
        var first = await List(world, BedWorld.Assessor, OrganizationKind.TrustedAssessor, home, 1);
        Assert.Equal(held[0].Id, Assert.Single(first.Reservations).Id);
        var second = await List(world, BedWorld.Assessor, OrganizationKind.TrustedAssessor, home, 1, first.NextPageToken);
        Assert.Equal((held[1].Id, ""), (Assert.Single(second.Reservations).Id, second.NextPageToken));
        Assert.Equal(2, (await List(world, CareWorld.Halton, OrganizationKind.Council, home)).Reservations.Count);
        Assert.Equal(2, (await List(world, BedWorld.Trust, OrganizationKind.AcuteTrust, home)).Reservations.Count);
        Assert.Empty((await List(world, BedWorld.OtherAssessor, OrganizationKind.TrustedAssessor, home)).Reservations);
        Assert.Equal(looks + 5, await hub.Value<long>("select count(*) from audit.entry where operation = 'ListReservations'"));
        await List(world, BedWorld.OtherAssessor, OrganizationKind.TrustedAssessor, home, 1, first.NextPageToken).NamesFields(("page_token", "PAGE_TOKEN_INVALID"));
        Assert.Equal(held[0].Id, (await Get(world, held[0])).Id);
        await Get(world, held[0], BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "RESERVATION_NOT_FOUND");
    }

    private static async Task<ReservationState> Get(BedWorld world, ReservationState held, string assessor = BedWorld.Assessor) =>
        await world.Care.The<GetReservation>().Run(world.As("GetReservation", assessor), held.Id.ToString(), CancellationToken.None);

    private static async Task<ReservationPage> List(BedWorld world, string organization, OrganizationKind kind, CareHome home, int size = 0, string? token = null) =>
        await world.Care.The<ListReservations>().Run(
            world.Care.As(organization, "ListReservations", kind), new ReservationFilter { CareHome = home.LocationId }, size, token, CancellationToken.None);
}
