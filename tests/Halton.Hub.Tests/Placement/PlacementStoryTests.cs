using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>The whole way from a ward to a home, once through each door, with the tokens of four partners.</summary>
public sealed class PlacementStoryTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Trust = "rww";
    private const string Assessors = "trusted-assessor";
    private const string House = "care-home-1";
    private const string Council = "hbc";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task From_ready_on_pathway_3_to_a_home_and_each_sees_only_its_part()
    {
        var home = await Home();
        var number = NhsNumber();
        var (trust, assessors, house, council) = (hub.Placements(Trust), hub.Placements(Assessors), hub.Placements(House), hub.Placements(Council));
        await Denied(hub.Discharges(Assessors).GetDischargeStatusAsync(ByNumber(number)).ResponseAsync, StatusCode.NotFound);
        var stay = await Ready(number);

        // The referral to the care transfer hub has shared the stay with the assessors.
        Assert.Equal(stay, (await hub.Discharges(Assessors).GetDischargeStatusAsync(ByNumber(number))).DischargeId);
        using var watch = house.WatchOffers(new WatchOffersRequest { CareHomeId = home.Id.ToString() });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));

        var assessment = await assessors.RecordAssessmentAsync(Assess(stay));
        Assert.Equal((1, number), (assessment.Version, assessment.NhsNumber));
        await Denied(house.GetAssessmentAsync(new GetAssessmentRequest { AssessmentId = assessment.AssessmentId }).ResponseAsync, StatusCode.PermissionDenied);
        Assert.Equal(assessment, await council.GetAssessmentAsync(new GetAssessmentRequest { AssessmentId = assessment.AssessmentId }));

        var match = await Matched(assessors, assessment.AssessmentId, home);
        Assert.Equal(100, match.Parts.Sum(p => p.Of));
        Assert.Equal(Math.Round(match.Parts.Sum(p => p.Points), 1), match.Score);
        var reservation = await assessors.ReserveBedAsync(new ReserveBedRequest { RequestId = RequestId(), AssessmentId = assessment.AssessmentId, CareHomes = { match.CareHomeId } });
        var offer = await assessors.OfferPlacementAsync(new OfferPlacementRequest { RequestId = RequestId(), ReservationId = reservation.ReservationId, AdmissionOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}" });

        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        var asked = watch.ResponseStream.Current.Event;
        Assert.Equal(("offer.made", offer.OfferId, ""), (asked.Kind, asked.Offer.OfferId, asked.Offer.NhsNumber));
        Assert.Equal("Falls", asked.Offer.Needs.Risks.Single().Risk_.Display);
        await Denied(hub.Placements("care-home-2").GetOfferAsync(new GetOfferRequest { OfferId = offer.OfferId }).ResponseAsync, StatusCode.NotFound);
        var accepted = await house.AnswerOfferAsync(new AnswerOfferRequest { RequestId = RequestId(), OfferId = offer.OfferId, Answer = OfferAnswer.Accept, AnsweredBy = "duty manager", Etag = asked.Offer.Etag });
        Assert.Equal(number, accepted.NhsNumber);

        Assert.Equal(OfferState.Accepted, Assert.Single((await trust.ListOffersAsync(new ListOffersRequest { DischargeId = stay })).Offers).State);
        var placement = await council.ConfirmPlacementAsync(new ConfirmPlacementRequest
        {
            RequestId = RequestId(),
            OfferId = offer.OfferId,
            AdmittedAt = HoursAgo(0.1),
            CaseReference = "ASC-STORY-1",
            Etag = accepted.Etag,
        });
        Assert.Equal(DischargeState.Discharged, (await hub.Discharges(Trust).GetDischargeStatusAsync(ById(stay))).State);
        Assert.Equal(placement.PlacementId, (await house.GetPlacementAsync(new GetPlacementRequest { PlacementId = placement.PlacementId })).PlacementId);
        await Denied(trust.GetPlacementAsync(new GetPlacementRequest { PlacementId = placement.PlacementId }).ResponseAsync, StatusCode.PermissionDenied);
        await Denied(hub.Placements("vcfse-1").ListOffersAsync(new ListOffersRequest()).ResponseAsync, StatusCode.PermissionDenied);
        await Denied(hub.Placements("hicafs").GetOfferAsync(new GetOfferRequest { OfferId = offer.OfferId }).ResponseAsync, StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task The_operations_of_the_care_schema_go_the_same_way()
    {
        var home = await Home();
        var stay = await Ready(NhsNumber());
        await using var watch = await EventReader.Open(hub, House, TrustedDocuments.ByName["care-offer-changed.graphql"], new { careHomeId = home.Id });
        await watch.Next();
        var assessed = (await Run(Assessors, "care-record-assessment", new
        {
            input = new
            {
                requestId = RequestId(),
                dischargeId = stay,
                assessedAt = TimeProvider.System.GetUtcNow().AddMinutes(-5),
                assessedBy = "assessor 7",
                needs = new { bedType = new { code = BedWorld.Kind }, infection = new { code = "none" }, risks = new[] { new { risk = new { code = "falls" }, detail = "Twice this week." } } },
                preferences = new { careHomes = new[] { home.LocationId }, near = "WA7", nearWhom = new { code = "family" }, inBorough = true },
                funding = new { code = "local-authority" },
                weeklyLimitPence = 90000,
                consentBasis = new { code = "own-consent" },
                decisionCapacity = new { code = "has-capacity" },
            },
        })).Data("recordAssessment");
        var assessmentId = assessed.At("assessmentId").GetString()!;
        Assert.Equal(assessmentId, (await Run(Council, "care-assessments", new { dischargeId = stay, usableOnly = true })).Data("assessments").At("nodes.0.assessmentId").GetString());
        await Matched(hub.Placements(Assessors), assessmentId, home);
        var match = (await Run(Assessors, "care-match-homes", new { assessmentId, first = 20 })).Data("matchHomes.matches").EnumerateArray().Single(m => m.At("locationId").GetString() == home.LocationId);
        Assert.Contains("choice number 1", match.At("parts.5.words").GetString(), StringComparison.Ordinal);
        var reserved = (await Run(Assessors, "care-reserve-bed", new { input = new { requestId = RequestId(), assessmentId, careHomes = new[] { home.LocationId } } })).Data("reserveBed");
        var offered = (await Run(Assessors, "care-offer-placement", new
        {
            input = new { requestId = RequestId(), reservationId = reserved.At("reservationId").GetString(), admissionOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}" },
        })).Data("offerPlacement");
        Assert.Equal("offered", (await watch.Next()).At("data.offerChanged.offer.state").GetString());
        var asked = (await Run(House, "care-offers", new { states = new[] { "offered" } })).Data("offers");
        Assert.Equal((JsonValueKind.Null, "Twice this week."), (asked.At("nodes.0.nhsNumber").ValueKind, asked.At("nodes.0.needs.risks.0.detail").GetString()));
        var offerId = offered.At("offerId").GetString();
        var accepted = (await Run(House, "care-answer-offer", new { input = new { requestId = RequestId(), offerId, answer = "ACCEPT", answeredBy = "duty manager", etag = asked.At("nodes.0.etag").GetString() } })).Data("answerOffer");
        var placed = (await Run(Council, "care-confirm-placement", new
        {
            input = new { requestId = RequestId(), offerId, admittedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1), caseReference = "ASC-STORY-2", etag = accepted.At("etag").GetString() },
        })).Data("confirmPlacement");
        Assert.Equal(home.Name, placed.At("careHomeName").GetString());
        Assert.Equal(JsonValueKind.Array, (await Run(Council, "care-return-candidates", new { first = 5 })).Data("returnCandidates").At("nodes").ValueKind);
    }

    private static async Task Denied(Task call, StatusCode status) => Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);

    private static Coding Code(string code) => new() { Code = code };

    private static RecordAssessmentRequest Assess(string stay) => new()
    {
        RequestId = RequestId(),
        DischargeId = stay,
        AssessedAt = HoursAgo(0.2),
        AssessedBy = "assessor 7",
        Needs = new Needs { BedType = Code(BedWorld.Kind), Infection = Code("none"), Risks = { new Risk { Risk_ = Code("falls"), Detail = "Twice this week." } } },
        Funding = new Funding { Source = Code("local-authority") },
        Consent = new Consent { Basis = Code("own-consent"), Capacity = Code("has-capacity") },
    };

    // The index follows within moments; the test waits for the home rather than for a time.
    private static async Task<Match> Matched(PlacementService.PlacementServiceClient assessors, string assessment, CareHome home)
    {
        Match? found = null;
        await Poll.Until(
            async () =>
            {
                var answer = await assessors.MatchHomesAsync(new MatchHomesRequest { AssessmentId = assessment, PageSize = 200 });
                found = answer.Matches.FirstOrDefault(m => m.CareHomeId == home.Id.ToString());
                return found is not null;
            },
            "the home was not found to fit");
        return found!;
    }

    private async Task<CareHome> Home()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home("CARE-HOME-1");
        await hub.Execute("insert into carehomes.declaration (home_id, declared_at, version) values ($1, now(), 1)", home.Id);
        await hub.Execute("insert into carehomes.declared_beds (home_id, bed_type, maximum, weekly_price_pence) values ($1, $2, 20, 85000)", home.Id, BedWorld.Kind);

        // A home says what is free through its own door, which the index hears of.
        await hub.CareHomes(House).ReportCapacityAsync(new Halton.Hub.Contracts.Carehome.V1.ReportCapacityRequest
        {
            RequestId = RequestId(),
            CareHome = home.LocationId,
            AsOf = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            Beds = { new Halton.Hub.Contracts.Carehome.V1.BedCapacity { BedType = Code(BedWorld.Kind), Maximum = 20, Occupied = 18, Available = 2 } },
            AcceptingAdmissions = true,
        });
        return home;
    }

    private async Task<string> Ready(string number)
    {
        var trust = hub.Discharges(Trust);
        var admitted = await trust.RecordAdmissionAsync(Admission(a => a.NhsNumber = number));
        var ready = await trust.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 2));
        var pathway = Assign(admitted.DischargeId, "P3", ready.Etag);
        pathway.CareTransferHubReferred = true;
        await trust.AssignPathwayAsync(pathway);
        return admitted.DischargeId;
    }

    /// <summary>By its id, as a partner that has only trusted documents must.</summary>
    private async Task<GraphAnswer> Run(string partner, string name, object variables) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[name + ".graphql"]), variables }), await hub.Token(partner));
}
