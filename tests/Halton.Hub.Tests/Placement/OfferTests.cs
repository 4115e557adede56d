using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>Offers: a home is asked, answers, and whatever changes on the way undoes what was asked.</summary>
public sealed class OfferTests(OneHub one) : IClassFixture<OneHub>
{
    private const string House = "CARE-HOME-1";
    private const string Lodge = "CARE-HOME-2";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_home_that_says_yes_learns_who_comes_and_keeps_the_bed()
    {
        var world = await BedWorld.In(hub);
        var (house, lodge) = (await world.Home(House), await world.Home(Lodge));
        var assessment = await world.Assessed();
        var held = await world.Reserved(BedWorld.Asking(assessment, house));
        var offer = await world.Offered(held);
        var other = await world.Offered(lodge, assessment);
        Assert.Equal((PlacementOffer.Offered, 1, "o1", assessment.NhsNumber), (offer.State, offer.AssessmentVersion, offer.Etag, offer.NhsNumber));
        Assert.True(offer.AnswerBy <= held.HeldUntil);
        Assert.Null((await world.Get(offer.Id, House, OrganizationKind.CareHome)).NhsNumber);
        await world.Get(offer.Id, Lodge, OrganizationKind.CareHome).Refused(FaultKind.NotFound, "OFFER_NOT_FOUND");
        Assert.Equal($"{House},{BedWorld.Assessor},{CareWorld.Halton},{BedWorld.Trust}", await hub.Value<string>("select array_to_string(audience, ',') from events.event where record_id = $1", offer.Id));

        var accepted = await world.Answered(offer, OfferAnswer.Accept);
        Assert.Equal((PlacementOffer.Accepted, assessment.NhsNumber, "duty manager"), (accepted.State, accepted.NhsNumber, accepted.AnsweredBy));
        Assert.Equal("accepted-elsewhere", (await world.Get(other.Id)).Reason);
        Assert.Equal((18, 0, 2), await world.Told(lodge));
        Assert.Equal((18, 1, 1), await world.Told(house));
        Assert.True(await hub.Value<bool>("select held_until > clock_timestamp() + interval '160 hours' from carehomes.bed_hold where id = $1", held.Id));
        Assert.Equal("offer.made offer.accepted", await world.Care.Events(offer.Id));
        Assert.Equal("offer.made offer.withdrawn", await world.Care.Events(other.Id));

        await world.Answered(accepted, OfferAnswer.Accept).Refused(FaultKind.FailedPrecondition, "OFFER_ENDED");
        await world.Offered(await world.Reserved(BedWorld.Asking(assessment, lodge))).Refused(FaultKind.FailedPrecondition, "ACCEPTED_ELSEWHERE");
    }

    [Fact]
    public async Task A_home_that_says_no_lets_the_bed_go_and_says_why()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House);
        var offer = await world.Offered(house);
        await world.Answered(offer, OfferAnswer.Decline).NamesFields(("reason", "REQUIRED"));
        await world.Answered(offer, OfferAnswer.Decline, "99").NamesFields(("text", "REQUIRED"));
        await world.Answered(offer, OfferAnswer.Accept, "22").NamesFields(("reason", "NOT_EXPECTED"));
        await world.Answered(offer, OfferAnswer.Unspecified, by: NhsNumber()).NamesFields(("answer", "REQUIRED"), ("answered_by", "LOOKS_LIKE_A_PERSON"));
        await world.Answered(offer with { Etag = "o9" }, OfferAnswer.Accept).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await world.Answered(offer, OfferAnswer.Accept, organization: Lodge).Refused(FaultKind.NotFound, "OFFER_NOT_FOUND");
        var declined = await world.Answered(offer, OfferAnswer.Decline, "22", "The last room is promised.");
        Assert.Equal((PlacementOffer.Declined, "22", "The last room is promised."), (declined.State, declined.Reason, declined.AnswerText));
        Assert.NotNull(declined.EndedAt);
        Assert.Equal((18, 0, 2), await world.Told(house));
        Assert.Equal("bed.reserved bed.released", await world.Care.Events(offer.ReservationId!.Value));
        Assert.Equal("offer-declined", await hub.Value<string>("select release_reason from placement.bed_reservation where id = $1", offer.ReservationId.Value));
    }

    [Fact]
    public async Task A_dispute_asks_for_a_reassessment_and_counts_against_the_agreement()
    {
        var world = await BedWorld.In(hub);
        var (house, lodge) = (await world.Home(House), await world.Home(Lodge));
        var assessment = await world.Assessed();
        var other = await world.Offered(lodge, assessment);
        var offer = await world.Offered(house, assessment);
        await world.Answered(offer, OfferAnswer.Dispute, "incomplete").NamesFields(("text", "REQUIRED"));
        var disputed = await world.Answered(offer, OfferAnswer.Dispute, "needs-understated", "Needs two carers at night.");
        Assert.Equal((PlacementOffer.Disputed, "needs-understated"), (disputed.State, disputed.Reason));
        Assert.Equal("needs-understated", await hub.Value<string>("select dispute_reason from placement.assessment where id = $1", assessment.Id));
        Assert.Equal("reassessed", (await world.Get(other.Id)).Reason);
        Assert.Equal(1, await hub.Value<int>("select disputes from carehomes.assessor_agreement where home_id = $1 and assessor = $2", house.Id, BedWorld.Assessor));
        Assert.Equal(0, await hub.Value<int>("select disputes from carehomes.assessor_agreement where home_id = $1 and assessor = $2", house.Id, BedWorld.OtherAssessor));
        Assert.Equal(world.Care.Clock.Today().AddDays(14), await hub.Value<DateOnly>("select review_due from carehomes.assessor_agreement where home_id = $1 and assessor = $2", house.Id, BedWorld.Assessor));

        // The bed waits for the reassessment until its time runs out; nothing is offered on what is disputed.
        Assert.Equal((18, 1, 1), await world.Told(house));
        await world.Reserved(BedWorld.Asking(assessment, lodge)).Refused(FaultKind.FailedPrecondition, "ASSESSMENT_DISPUTED");
    }

    [Fact]
    public async Task What_speaks_against_an_offer_is_named_and_leaves_nothing()
    {
        var world = await BedWorld.In(hub);
        var (house, silent) = (await world.Home(House, 9), await world.Home(9));
        var held = await world.Reserved(BedWorld.Asking(await world.Assessed(), house));
        var unheard = await world.Reserved(BedWorld.Asking(await world.Assessed(), silent));
        var ranOut = await world.Reserved(BedWorld.Asking(await world.Assessed(), house));
        await world.RunOut(ranOut);
        var stay = await world.Ready();
        var unwell = await world.Reserved(BedWorld.Asking(await world.Assessed(stay), house));
        await hub.Execute("update discharge.stay set meets_criteria = true where id = $1", stay.Id);
        var rows = await world.Rows();
        var shut = await world.Home(Lodge);
        var early = await world.Reserved(BedWorld.Asking(await world.Assessed(), shut));
        await world.Care.Sanctioned(shut);
        rows = await world.Rows();
        await world.Offered(early).Refused(FaultKind.FailedPrecondition, "SANCTIONED");
        await world.Offered(unheard).Refused(FaultKind.FailedPrecondition, "HOME_HAS_NO_PROGRAM");
        await world.Offered(ranOut).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");
        await world.Offered(unwell).Refused(FaultKind.FailedPrecondition, "STILL_MEETS_CRITERIA");
        await world.Offered(held, BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "RESERVATION_NOT_FOUND");
        await world.Offered(held, on: world.Care.Day(-1)).NamesFields(("admission_on", "OUT_OF_RANGE"));
        await world.Offered(held, on: "soon").NamesFields(("admission_on", "NOT_A_DATE"));
        Assert.Equal(rows, await world.Rows());
        var offer = await world.Offered(held);
        await world.Offered(held).Refused(FaultKind.AlreadyExists, "ALREADY_OFFERED");
        await world.Withdrawn(offer, BedWorld.OtherAssessor).Refused(FaultKind.NotFound, "OFFER_NOT_FOUND");
        Assert.Equal("by-assessor", (await world.Withdrawn(offer)).Reason);
        await world.Withdrawn(await world.Get(offer.Id)).Refused(FaultKind.FailedPrecondition, "OFFER_ENDED");
    }

    [Fact]
    public async Task What_changes_about_the_person_withdraws_what_was_offered()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House, 20);
        var trust = world.Care.As(BedWorld.Trust, "ReviewCriteriaToReside", OrganizationKind.AcuteTrust);

        var (offer, stay) = await Standing(accepted: true);
        await world.Care.The<ReviewCriteriaToReside>().Run(
            trust, new(RequestId(), $"{stay.Id}", world.Care.Clock.GetUtcNow(), [new Coding("", "01")], "consultant", null), CancellationToken.None);
        await Withdrawn(offer, "meets-criteria-again");

        (offer, stay) = await Standing();
        await world.Care.The<AssignPathway>().Run(
            world.Care.As(BedWorld.Trust, "AssignPathway", OrganizationKind.AcuteTrust),
            new(RequestId(), $"{stay.Id}", new Coding("", "P1"), world.Care.Clock.GetUtcNow(), "ward sister", true, stay.Etag),
            CancellationToken.None);
        await Withdrawn(offer, "pathway-changed");

        (offer, stay) = await Standing();
        await world.Care.The<CancelDischarge>().Run(
            world.Care.As(BedWorld.Trust, "CancelDischarge", OrganizationKind.AcuteTrust), new(RequestId(), $"{stay.Id}", new Coding("", "07"), null, stay.Etag), CancellationToken.None);
        await Withdrawn(offer, "discharge-cancelled");

        (offer, stay) = await Standing();
        await world.Care.The<ConfirmDischarge>().Run(
            world.Care.As(BedWorld.Trust, "ConfirmDischarge", OrganizationKind.AcuteTrust),
            new(RequestId(), $"{stay.Id}", world.Care.Clock.GetUtcNow(), new Coding("", "1"), new Coding("", "85"), stay.Etag),
            CancellationToken.None);
        await Withdrawn(offer, "discharged");

        async Task<(OfferState Offer, Stay Stay)> Standing(bool accepted = false)
        {
            var ready = await world.Ready();
            var made = await world.Offered(house, await world.Assessed(ready));
            return (accepted ? await world.Answered(made, OfferAnswer.Accept) : made, ready);
        }

        async Task Withdrawn(OfferState was, string reason)
        {
            var now = await world.Get(was.Id);
            Assert.Equal((PlacementOffer.Withdrawn, reason), (now.State, now.Reason));
            Assert.Equal("offer-withdrawn", await hub.Value<string>("select release_reason from placement.bed_reservation where id = $1", was.ReservationId!.Value));
            Assert.EndsWith("offer.withdrawn", await world.Care.Events(was.Id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_changes_about_the_home_withdraws_what_it_was_offered()
    {
        var world = await BedWorld.In(hub);
        var (house, other) = (await world.Home(House), await world.Home(Lodge));
        var (offer, kept) = (await world.Offered(house), await world.Offered(other));
        await world.Care.Sanctioned(house);
        Assert.Equal("home-sanctioned", (await world.Get(offer.Id)).Reason);
        Assert.Equal(PlacementOffer.Offered, (await world.Get(kept.Id)).State);

        var closing = await world.Home(House);
        offer = await world.Offered(closing);
        await world.Care.The<ReportCapacity>().Run(
            world.Care.As(House, "ReportCapacity", OrganizationKind.CareHome),
            new(RequestId(), closing.LocationId, world.Care.Clock.GetUtcNow(), [new(new Coding("", BedWorld.Kind), 20, 18, 1, 1)], false, new Coding("", "outbreak"), null, null, null),
            CancellationToken.None);
        Assert.Equal("home-closed", (await world.Get(offer.Id)).Reason);

        // The home says that it has fewer beds than the hub holds: the newest hold is the one that goes.
        var full = await world.Home(House);
        var (first, second) = (await world.Offered(full), await world.Offered(full));
        await world.Care.The<ReportCapacity>().Run(
            world.Care.As(House, "ReportCapacity", OrganizationKind.CareHome),
            new(RequestId(), full.LocationId, world.Care.Clock.GetUtcNow(), [new(new Coding("", BedWorld.Kind), 20, 19, 0, 1)], true, null, null, null, null),
            CancellationToken.None);
        Assert.Equal((PlacementOffer.Offered, "bed-gone"), ((await world.Get(first.Id)).State, (await world.Get(second.Id)).Reason));
        Assert.Equal((19, 1, 0), await world.Told(full));
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_runs_out()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House);
        var offer = await world.Offered(house);
        await hub.Execute("update placement.offer set answer_by = now() - interval '1 minute' where id = $1", offer.Id);
        await world.Answered(offer, OfferAnswer.Accept).Refused(FaultKind.FailedPrecondition, "OFFER_ENDED");
        Assert.Equal(1, (await world.Care.The<ExpireOffers>().Run(await world.Care.Firing("ReservationExpiry"), CancellationToken.None)).Named["offers expired"]);
        Assert.Equal(PlacementOffer.Expired, (await world.Get(offer.Id)).State);
        Assert.Equal(2, (await world.Told(house)).Available);

        // A bed that runs out takes its offer along.
        var other = await world.Offered(house);
        await hub.Execute("update carehomes.bed_hold set held_at = held_at - interval '80 hours', held_until = clock_timestamp() - interval '1 second' where id = $1", other.ReservationId!.Value);
        await world.Answered(other, OfferAnswer.Accept).Refused(FaultKind.FailedPrecondition, "RESERVATION_ENDED");
        Assert.True(await world.Expired() > 0);
        Assert.Equal("reservation-ended", (await world.Get(other.Id)).Reason);
    }

    [Fact]
    public async Task A_list_shows_what_stands_the_newest_first_to_each_party()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House, 9);
        var (first, second) = (await world.Offered(house), await world.Offered(house));
        var ended = await world.Withdrawn(await world.Offered(house));
        var page = await List(House, OrganizationKind.CareHome, 1);
        Assert.Equal((second.Id, true), (Assert.Single(page.Offers).Id, page.ResumeToken.Length > 0));
        Assert.Null(page.Offers[0].NhsNumber);
        var next = await List(House, OrganizationKind.CareHome, 1, page.NextPageToken);
        Assert.Equal((first.Id, "", ""), (Assert.Single(next.Offers).Id, next.NextPageToken, next.ResumeToken));
        Assert.Equal([ended.Id], (await List(BedWorld.Assessor, OrganizationKind.TrustedAssessor, 0, null, "withdrawn")).Offers.Select(o => o.Id));
        Assert.Equal(2, (await List(BedWorld.Trust, OrganizationKind.AcuteTrust)).Offers.Count);
        Assert.Equal(2, (await List(CareWorld.Halton, OrganizationKind.Council)).Offers.Count);
        Assert.Empty((await List(Lodge, OrganizationKind.CareHome)).Offers);
        await List(House, OrganizationKind.CareHome, 0, null, "lost").NamesFields(("states", "CODE_UNKNOWN"));

        Task<OfferPage> List(string organization, OrganizationKind kind, int size = 0, string? token = null, params string[] states) => world.Care.The<ListOffers>().Run(
            world.Care.As(organization, "ListOffers", kind), new OfferFilter { CareHome = house.LocationId, States = states }, size, token, CancellationToken.None);
    }

    [Fact]
    public async Task Confirming_moves_placement_bed_capacity_and_stay_together()
    {
        var world = await BedWorld.In(hub);
        var house = await world.Home(House);
        var stay = await world.Ready();
        var asked = await world.Offered(house, await world.Assessed(stay));
        await world.Confirmed(world.Confirming(asked)).Refused(FaultKind.FailedPrecondition, "OFFER_NOT_ACCEPTED");
        var offer = await world.Answered(asked, OfferAnswer.Accept);
        var rows = await world.Rows();
        await world.Confirmed(world.Confirming(offer) with { Etag = "o1" }).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await world.Confirmed(world.Confirming(offer), CareWorld.Liverpool).Refused(FaultKind.NotFound, "OFFER_NOT_FOUND");
        await world.Confirmed(world.Confirming(offer) with { OutOfAreaReason = new Coding("", "own-choice") }).NamesFields(("out_of_area_reason", "NOT_EXPECTED"));
        await world.Confirmed(world.Confirming(offer) with { HostNotifiedOn = world.Care.Today }).NamesFields(("host_notified_on", "NOT_EXPECTED"));
        await world.Confirmed(world.Confirming(offer) with { AdmittedAt = world.Care.Clock.GetUtcNow().AddDays(1), CaseReference = NhsNumber() })
            .NamesFields(("admitted_at", "IN_THE_FUTURE"), ("case_reference", "LOOKS_LIKE_A_PERSON"));
        await world.Confirmed(world.Confirming(offer) with { AdmittedAt = stay.AdmittedAt.AddDays(-1) }).NamesFields(("admitted_at", "BEFORE_ADMISSION"));
        Assert.Equal(rows, await world.Rows());

        var request = world.Confirming(offer);
        var placement = await world.Confirmed(request);
        Assert.Equal((house.Id, stay.Id, offer.Id, offer.NhsNumber), (placement.HomeId, placement.StayId, placement.OfferId, placement.NhsNumber));
        Assert.Equal(placement.StartedOn.AddYears(1), placement.ReviewDue);
        Assert.Equal((19, 0, 1), await world.Told(house));
        Assert.Equal("discharged 85", await hub.Value<string>("select case state when 4 then 'discharged' end || ' ' || discharge_destination from discharge.stay where id = $1", stay.Id));
        Assert.Equal(("completed", placement.Id), ((await world.Get(offer.Id)).State, (await world.Get(offer.Id)).PlacementId));
        Assert.EndsWith("bed.admitted", await world.Care.Events(offer.ReservationId!.Value), StringComparison.Ordinal);
        Assert.Equal("placement.confirmed", await world.Care.Events(placement.Id));
        Assert.Equal("discharge.confirmed", await world.Care.Events(stay.Id));
        Assert.Equal("CARE-HOME-1 E06000006 HALTON-TA", await hub.Value<string>("select string_agg(org, ' ' order by org) from placement.access where placement_id = $1", placement.Id));
        Assert.Equal(placement.Id, (await world.Confirmed(request)).Id);
        await world.Confirmed(world.Confirming(await world.Get(offer.Id))).Refused(FaultKind.FailedPrecondition, "OFFER_NOT_ACCEPTED");
    }

    [Fact]
    public async Task Outside_the_borough_a_placement_needs_a_validation_and_the_host_told_before()
    {
        var world = await BedWorld.In(hub);
        var (valid, _) = await world.Care.Valid();
        await hub.Execute("update carehomes.care_home set organization = $1 where id = $2", Lodge, valid.Id);
        await world.Returned(valid, 18, 0, 2);
        await world.Agreed(valid, BedWorld.Assessor);
        var offer = await world.Answered(await world.Offered(await world.Reserved(BedWorld.Asking(await world.Assessed(), valid))), OfferAnswer.Accept);
        var request = world.Confirming(offer) with { OutOfAreaReason = new Coding("", "specialist-provision"), HostNotifiedOn = world.Care.Today };
        await world.Confirmed(request with { OutOfAreaReason = null }).NamesFields(("out_of_area_reason", "REQUIRED"));
        await world.Confirmed(request with { HostNotifiedOn = null }).Refused(FaultKind.FailedPrecondition, "HOST_NOT_NOTIFIED");
        await hub.Execute("update carehomes.validation set expires_on = current_date - 1 where home_id = $1", valid.Id);
        await world.Confirmed(request).Refused(FaultKind.FailedPrecondition, "NOT_VALIDATED");
        await hub.Execute("update carehomes.validation set expires_on = current_date + 100 where home_id = $1", valid.Id);
        var placement = await world.Confirmed(request);
        Assert.True(placement.OutOfBorough);

        // A senior officer's word counts as long as it holds.
        await hub.Execute("update carehomes.validation set expires_on = null, decision = 'valid-with-conditions', override_until = current_date where home_id = $1", valid.Id);
        await world.Withdrawn(await world.Offered(await world.Reserved(BedWorld.Asking(await world.Assessed(), valid))));
        await hub.Execute("update carehomes.validation set override_until = current_date - 1 where home_id = $1", valid.Id);
        await world.Reserved(BedWorld.Asking(await world.Assessed(), valid)).Refused(FaultKind.FailedPrecondition, "NOT_VALIDATED");
        await hub.Execute("update carehomes.validation set expires_on = current_date + 100, decision = 'valid', override_until = null where home_id = $1", valid.Id);

        // A validation that is lost later withdraws what stands.
        var next = await world.Offered(await world.Reserved(BedWorld.Asking(await world.Assessed(), valid)));
        await world.Care.Cqc(valid, home => home.RatingOverall = "inadequate", ReopeningReasons.RatingDowngrade);
        Assert.Equal("validation-lost", (await world.Get(next.Id)).Reason);
    }
}
