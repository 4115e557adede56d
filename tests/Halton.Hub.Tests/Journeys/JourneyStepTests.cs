using System.Text.Json;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Journeys;
using Halton.Hub.Patients;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Xunit;

namespace Halton.Hub.Tests.Journeys;

/// <summary>Steps and open matters of every state that a record can be in, without a database.</summary>
public sealed class JourneyStepTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 10, 11, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.CreateVersion7(Noon);

    private static readonly DischargeStatus Stay = new()
    {
        Id = Id,
        Trust = "RWW",
        Site = "RWWWH",
        Ward = "A1",
        SpellIdentifier = "S1",
        NhsNumberStatus = "01",
        AdmittedAt = Noon.AddDays(-3),
        State = DischargeState.Admitted,
        Etag = "d1",
        ChangedAt = Noon,
        Detail = new DischargeDetail(
            new Patient { Family = "Quennelthorpe", Given = ["Orla"] },
            [
                new CriteriaReview { Id = Id, StayId = Id, ReviewedAt = Noon.AddDays(-2), Criteria = ["01"], ReviewerRole = "consultant" },
                new CriteriaReview { Id = Id, StayId = Id, ReviewedAt = Noon.AddDays(-1), Criteria = [], ReviewerRole = "consultant" },
            ],
            [new PathwayDecision { Id = Id, StayId = Id, Pathway = "P3", DecidedAt = Noon.AddDays(-1).AddHours(1), DecidedByRole = "ward", CareTransferHubReferred = true }],
            [],
            []),
    };

    private static readonly DischargeStatus WorkedOn = Stay with
    {
        State = DischargeState.Planned,
        WardMoves = [new WardMove("A0", "A1", Noon.AddDays(-2))],
        AssessmentStartedAt = Noon,
        Detail = Stay.Detail! with
        {
            Allocations = [Named(-2, "RWW"), Named(-1, "E06000006"), Named(1, "RWW")],
            Delays = [Delayed(9, "HP-transport", 1), Delayed(10, "CAP-care-home", 2), Delayed(10, "WC-choice", 3)],
        },
    };

    private static readonly ReferralState Referred = new()
    {
        Id = Id,
        JourneyId = Id,
        JourneyStartedAt = Noon,
        Service = "hicafs",
        Performer = "HICAFS",
        Requester = "RBN",
        NhsNumberStatus = "01",
        FromHospitalBed = false,
        RequestedTier = "crisis",
        Tier = "crisis",
        Conditions = [],
        ReasonText = "Fell.",
        State = Referral.Requested,
        ReferredAt = Noon,
        RequestedAt = Noon,
        DueElapsed = Noon,
        DueService = Noon,
        BreachAt = Noon.AddHours(2),
        WarnAt = Noon,
        Etag = "r1",
        ChangedAt = Noon,
        Patient = new Patient { Family = "Quennelthorpe", Given = ["Orla"] },
        History = new ReferralHistory([], [], []),
    };

    private static readonly ReferralState Worked = Referred with
    {
        AcceptedAt = Noon,
        FirstContactAt = Noon,
        EndedAt = Noon,
        Outcome = "independent",
        EndReason = "07",
        FollowUpDue = new DateOnly(2026, 9, 9),
        History = new ReferralHistory([new Triage(1, "crisis", [], [], [], Noon, "nurse", null)], [new Allocation("51", [], Noon, "coordinator")], [new Contact(Noon, "face-to-face", "nurse", null)]),
    };

    private static readonly AssessmentState Assessed = new()
    {
        Id = Id,
        Version = 1,
        StayId = Id,
        Trust = "RWW",
        Assessor = "HALTON-TA",
        AssessedAt = Noon,
        ValidUntil = Noon.AddHours(72),
        Etag = "a1",
        ChangedAt = Noon,
        Content = new AssessmentContent { AssessedBy = "assessor 7", Needs = new AssessedNeeds { BedType = "nursing", Infection = AssessedNeeds.NoInfection }, Preferences = new AssessedPreferences(), Funding = "self", ConsentBasis = "own-consent", Capacity = "has-capacity" },
    };

    private static readonly ReservationState Held = new()
    {
        Id = Id,
        AssessmentId = Id,
        StayId = Id,
        HomeId = Id,
        LocationId = "1-9",
        HomeName = "Thistlequay",
        BedType = "nursing",
        BedNumber = 1,
        State = "held",
        HeldAt = Noon,
        HeldUntil = Noon.AddHours(24),
        LongestUntil = Noon.AddHours(72),
        Assessor = "HALTON-TA",
        Trust = "RWW",
        Etag = "b1",
        ChangedAt = Noon,
    };

    private static readonly OfferState Offered = new()
    {
        Id = Id,
        ReservationId = Id,
        AssessmentId = Id,
        AssessmentVersion = 1,
        StayId = Id,
        HomeId = Id,
        LocationId = "1-9",
        HomeName = "Thistlequay",
        HomeOrganization = "CARE-HOME-1",
        State = PlacementOffer.Offered,
        Needs = Assessed.Content.Needs,
        Funding = "self",
        ConsentBasis = "own-consent",
        Capacity = "has-capacity",
        AdmissionOn = new DateOnly(2026, 6, 11),
        OfferedAt = Noon,
        AnswerBy = Noon.AddHours(24),
        Assessor = "HALTON-TA",
        Council = "E06000006",
        Trust = "RWW",
        Etag = "o1",
        ChangedAt = Noon,
    };

    private static readonly PlacementState Placed = new()
    {
        Id = Id,
        Council = "E06000006",
        CaseReference = "ASC-1",
        HomeId = Id,
        LocationId = "1-9",
        HomeName = "Thistlequay",
        OutOfBorough = false,
        BedType = "nursing",
        StartedOn = new DateOnly(2026, 6, 10),
        ReviewDue = new DateOnly(2027, 6, 10),
        Etag = "p1",
        ChangedAt = Noon,
    };

    [Fact]
    public void The_states_of_records_make_exactly_the_codes_of_the_two_code_systems()
    {
        var all = Records();
        Assert.Equal(Concepts("journey-step"), all.SelectMany(records => JourneySteps.Of(records)).Select(step => step.Code).Distinct().Order());
        Assert.Equal(Concepts("journey-next-action"), all.SelectMany(records => OpenMatters.Of(records)).Select(matter => matter.Code).Distinct().Order());
    }

    [Fact]
    public void Work_on_a_discharge_tells_who_did_it_then_and_of_each_day_the_reason_for_delay_that_counts()
    {
        var records = new JourneyRecords("E06000006");
        records.Stays.Add(WorkedOn);
        var steps = JourneySteps.Of(records).Where(step => step.Code is "worker-allocated" or "assessment-started" or "delay-recorded");
        Assert.Equal(
            [
                ("delay-recorded", LondonTime.Start(new DateOnly(2026, 6, 10)), true, "RWW", new Coding(DischargeCodes.DelayReason, "WC-choice")),
                ("worker-allocated", Noon.AddHours(1), false, "RWW", null),
                ("assessment-started", Noon, false, "E06000006", null),
                ("worker-allocated", Noon.AddHours(-1), false, "E06000006", null),
                ("worker-allocated", Noon.AddHours(-2), false, "RWW", null),
                ("delay-recorded", LondonTime.Start(new DateOnly(2026, 6, 9)), true, "RWW", new Coding(DischargeCodes.DelayReason, "HP-transport")),
            ],
            steps.Select(step => (step.Code, step.At, step.DayOnly, step.Organization, step.Detail)));

        records.Stays[0] = WorkedOn with { AssessmentStartedAt = Noon.AddHours(-3) };
        Assert.Equal("RWW", JourneySteps.Of(records).Single(step => step.Code == "assessment-started").Organization);
    }

    [Fact]
    public void What_is_known_by_its_day_alone_comes_behind_the_rest_of_the_day()
    {
        var records = new JourneyRecords("E06000006");
        records.Placements.Add(Placed);
        records.Offers.Add(Offered with { State = PlacementOffer.Completed, EndedAt = Noon.AddHours(11) });
        Assert.Equal(["placement-began", "offer-completed", "offer-made"], JourneySteps.Of(records).Select(step => step.Code));
        Assert.Equal((LondonTime.Start(Placed.StartedOn), true), (JourneySteps.Of(records)[0].At, JourneySteps.Of(records)[0].DayOnly));
    }

    [Fact]
    public void A_hold_waits_for_its_offer_and_an_offer_for_its_answer()
    {
        var records = new JourneyRecords("E06000006");
        records.Reservations.Add(Held);
        Assert.Equal([("offer-placement", "HALTON-TA", (DateTimeOffset?)Held.HeldUntil)], Open());
        records.Offers.Add(Offered);
        Assert.Equal([("answer-offer", "CARE-HOME-1", Offered.AnswerBy)], Open());
        records.Offers[0] = Offered with { State = PlacementOffer.Declined, EndedAt = Noon };
        Assert.Equal([("offer-placement", "HALTON-TA", Held.HeldUntil)], Open());

        IEnumerable<(string, string?, DateTimeOffset?)> Open() => OpenMatters.Of(records).Select(matter => (matter.Code, matter.Organization, matter.DueAt));
    }

    [Fact]
    public void One_mark_restricts_all_but_what_the_organisation_keeps()
    {
        Patient Person(bool restricted) => new() { Family = "Quennelthorpe", Given = ["Orla"], City = "Widnes", Restricted = restricted };
        foreach (var (organization, stayTold, referralTold) in new[] { ("RWW", true, false), ("RBN", false, true), ("E06000006", false, false) })
        {
            var records = new JourneyRecords(organization);
            records.Stays.Add(Stay with { Detail = Stay.Detail! with { Patient = Person(false) } });
            records.Referrals.Add(Referred with { Patient = Person(true).SeenFrom(organization, "RBN") });
            var told = records.Told();
            Assert.Equal((stayTold, referralTold), (told.Stays[0].Detail!.Patient.City is not null, told.Referrals[0].Patient!.City is not null));
            Assert.Equal(referralTold, told.Person()!.City is not null);
        }
    }

    [Fact]
    public void More_than_the_most_of_a_kind_is_said_to_be_incomplete()
    {
        var records = new JourneyRecords("E06000006");
        records.Placements.AddRange(Enumerable.Repeat(Placed, JourneyRecords.Most));
        Assert.True(records.Told().Complete);
        records.Placements.Add(Placed);
        Assert.Equal((false, JourneyRecords.Most), (records.Told().Complete, records.Placements.Count));
    }

    private static WorkerAllocation Named(int hours, string organization) =>
        new() { Id = Guid.CreateVersion7(), StayId = Id, AllocatedAt = Noon.AddHours(hours), Organization = organization, Role = "social worker" };

    private static Delay Delayed(int day, string reason, int hour) =>
        new() { Id = Guid.CreateVersion7(), StayId = Id, DelayedOn = new DateOnly(2026, 6, day), Reason = reason, RecordedAt = Noon.AddHours(hour), RecordedByRole = "coordinator" };

    private static List<JourneyRecords> Records()
    {
        var all = new List<JourneyRecords>();
        void With(Action<JourneyRecords> add)
        {
            var records = new JourneyRecords("E06000006");
            add(records);
            all.Add(records);
        }

        foreach (var state in Enum.GetValues<DischargeState>())
        {
            foreach (var (pathway, hub) in new[] { ("P0", false), ("P1", true), ("P2", true), ("P3", true), ("P3", false) })
            {
                With(r => r.Stays.Add(Stay with { State = state, Pathway = pathway, CareTransferHubReferred = hub, DischargedAt = state == DischargeState.Discharged ? Noon : null }));
            }
        }

        foreach (var state in Referral.States)
        {
            With(r => r.Referrals.Add(Referred with { State = state }));
            With(r => r.Referrals.Add(Worked with { State = state }));
        }

        With(r => r.Stays.Add(WorkedOn));
        With(r => r.Referrals.Add(Worked with { State = Referral.Completed, FollowedUpOn = new DateOnly(2026, 9, 10), FollowUpOutcome = "at-home" }));
        With(r => r.Assessments.Add(Assessed));
        With(r => r.Assessments.Add(Assessed with { Version = 2, DisputeReason = "needs-higher" }));
        foreach (var state in new[] { "held", "released", "expired", "admitted" })
        {
            With(r => r.Reservations.Add(Held with { State = state, EndedAt = state == "held" ? null : Noon }));
        }

        foreach (var state in new[] { PlacementOffer.Offered, PlacementOffer.Accepted, PlacementOffer.Declined, PlacementOffer.Disputed, PlacementOffer.Withdrawn, PlacementOffer.Expired, PlacementOffer.Completed })
        {
            With(r => r.Offers.Add(Offered with { State = state, EndedAt = Noon }));
        }

        With(r => r.Placements.Add(Placed with { ReviewedOn = new DateOnly(2026, 7, 1) }));
        With(r => r.Placements.Add(Placed with { EndedOn = new DateOnly(2026, 7, 2), EndReason = "died" }));
        return all;
    }

    private static List<string> Concepts(string system) =>
    [
        .. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(HouseTests.Repository(), "schema", "fhir", $"CodeSystem-{system}.json")))
            .At("concept").EnumerateArray().Select(concept => concept.At("code").GetString()!).Order(),
    ];
}
