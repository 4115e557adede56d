using System.Text;
using System.Text.Json;
using CsCheck;
using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Tests.Placement;

/// <summary>Assessments, reservations, offers and placements go to FHIR R4 and come back without loss; what is wrong is named on its element.</summary>
public sealed class PlacementFhirTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Gen<Guid> Id = Gen.Guid;
    private static readonly Gen<string?> Number = Gen.OneOf(Gen.Const((string?)null), Gen.Const<string?>("9990000018"));
    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 40L * 365 * 24 * 3600 * 1_000_000].Select(us => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(us * 10));
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 5000].Select(n => Today.AddDays(n));
    private static readonly Gen<string> Words = Gen.String[Gen.Char["abcdefghijklmnop qrstuvwxyzÀéß<>&\"'0123456789"], 1, 40].Select(s => $"x{s}x");
    private readonly CodeSystems codes = one.Hub.Services.GetRequiredService<CodeSystems>();
    private readonly AssessmentFhir assessments = one.Hub.Services.GetRequiredService<AssessmentFhir>();
    private readonly ReservationFhir reservations = one.Hub.Services.GetRequiredService<ReservationFhir>();
    private readonly OfferFhir offers = one.Hub.Services.GetRequiredService<OfferFhir>();
    private readonly PlacementFhir placements = one.Hub.Services.GetRequiredService<PlacementFhir>();

    [Fact]
    public void Every_assessment_comes_back_as_it_was() => Same(Assessment(), assessments.Tell, read => assessments.Take((QuestionnaireResponse)read));

    [Fact]
    public void Every_reservation_comes_back_as_it_was() => Same(Reservation(), reservations.Tell, read => reservations.Take((FhirTask)read));

    [Fact]
    public void Every_offer_comes_back_as_it_was() => Same(Offer(), offers.Tell, read => offers.Take((FhirTask)read));

    [Fact]
    public void Every_placement_comes_back_as_it_was() => Same(Standing(), placements.Tell, read => placements.Take((EpisodeOfCare)read));

    [Fact]
    public void What_an_assessment_answers_is_what_its_questionnaire_asks()
    {
        var file = Path.Combine(HouseTests.Repository(), "schema", "fhir", "Questionnaire-trusted-assessment.json");
        var questionnaire = (Questionnaire)FhirJson.Read(File.ReadAllBytes(file));
        Assert.Equal(AssessmentFhir.Questionnaire, $"{questionnaire.Url}|{questionnaire.Version}");
        var asked = Asked(questionnaire.Item).ToDictionary(i => i.LinkId!);
        var seen = new HashSet<string>();
        Assessment().Sample(
            state =>
            {
                Answered(assessments.Tell(state).Item, questionnaire.Item);
            },
            iter: 300,
            threads: 1);
        Assert.Equal(asked.Keys.Order(), seen.Order());

        void Answered(List<QuestionnaireResponse.ItemComponent> items, List<Questionnaire.ItemComponent> among)
        {
            foreach (var item in items)
            {
                var question = Assert.Single(among, q => q.LinkId == item.LinkId);
                seen.Add(item.LinkId!);
                Assert.All(item.Answer, answer => Assert.Equal(TypeOf(question.Type!.Value), answer.Value!.TypeName));
                Assert.True(question.Repeats == true || item.Answer.Count <= 1);
                Assert.True(question.Repeats == true || items.Count(i => i.LinkId == item.LinkId) == 1);
                Answered(item.Item, question.Item);
            }
        }
    }

    [Fact]
    public void What_is_wrong_with_an_assessment_is_named_on_its_element()
    {
        Refused(a => a.Questionnaire = "https://one-halton.example/other", ("questionnaire", "QUESTIONNAIRE_UNKNOWN"));
        Refused(a => a.Encounter = null, ("encounter", "REQUIRED"));
        Refused(a => a.Encounter = new ResourceReference("Encounter/1"), ("encounter", "REFERENCE_UNKNOWN"));
        Refused(a => a.Subject = new ResourceReference("Patient/1"), ("subject", "REFERENCE_UNKNOWN"));
        Refused(a => a.Author = null, ("author", "REQUIRED"));
        Refused(a => a.Authored = "2026-11-26", ("authored", "NOT_A_MOMENT"));
        Refused(a => a.Meta!.VersionId = null, ("meta.versionId", "REQUIRED"));
        Refused(a => a.Id = "1", ("id", "NOT_A_UUID"));
        Refused(a => a.Extension.Clear(), ("extension(trust)", "REQUIRED"), ("extension(assessment-version)", "REQUIRED"), ("extension(assessment-valid-until)", "REQUIRED"));
        Refused(a => a.Item.RemoveAll(i => i.LinkId == "consent"), ("item(consent-basis)", "REQUIRED"), ("item(decision-capacity)", "REQUIRED"));
        Refused(a => a.Item.Add(new() { LinkId = "shoe-size" }), ("item(shoe-size)", "NOT_ASKED"));
        Refused(a => a.Item.Add(a.Item[0]), ("item(assessed-by)", "TOO_MANY"));
        Refused(a => a.Item[0].Answer[0].Value = new Integer(1), ("item(assessed-by)", "ANSWER_TYPE"), ("item(assessed-by)", "REQUIRED"));
        Refused(a => Item(a, "needs", "bed-type").Answer[0].Value = new Hl7.Fhir.Model.Coding(CareHomeCodes.BedType, "hammock"), ("item(bed-type)", "CODE_UNKNOWN"));
        Refused(a => Item(a, "needs", "bed-type").Answer[0].Value = new Hl7.Fhir.Model.Coding("https://elsewhere.example", "general-nursing"), ("item(bed-type)", "CODE_SYSTEM_UNKNOWN"));
        Refused(a => Item(a, "funding", "weekly-limit").Answer[0].Value = new Quantity(10.005m, "GBP", FhirNames.Currency), ("item(weekly-limit)", "NOT_AN_AMOUNT"));
        Refused(a => Item(a, "funding", "weekly-limit").Answer[0].Value = new Quantity(10m, "EUR", FhirNames.Currency), ("item(weekly-limit)", "NOT_AN_AMOUNT"));
    }

    [Fact]
    public void What_is_wrong_with_a_task_or_an_episode_is_named_on_its_element()
    {
        var offer = Offer().Single();
        Refused(offers.Tell(offer), t => t.Code = null, offers.Take, ("code", "TASK_KIND"));
        Refused(offers.Tell(offer), t => t.Status = FhirTask.TaskStatus.OnHold, offers.Take, ("status", "STATUS_UNKNOWN"));
        Refused(offers.Tell(offer), t => t.Location = null, offers.Take, ("location", "REQUIRED"), ("location.display", "REQUIRED"));
        Refused(offers.Tell(offer), t => t.Input.RemoveAll(i => i.Type!.Coding[0].Code == "admission-on"), offers.Take, ("input(admission-on)", "REQUIRED"));
        Refused(offers.Tell(offer), t => t.Restriction = null, offers.Take, ("restriction.period.end", "REQUIRED"));
        var reservation = Reservation().Single();
        Refused(reservations.Tell(reservation), t => t.Focus = new ResourceReference("Task/1"), reservations.Take, ("focus", "REFERENCE_UNKNOWN"));
        Refused(reservations.Tell(reservation), t => t.Input.Clear(), reservations.Take, ("input(bed-type)", "REQUIRED"), ("input(bed-number)", "REQUIRED"));
        var placement = Standing().Single() with { EndedOn = null, EndReason = null };
        Refused(placements.Tell(placement), e => e.Status = EpisodeOfCare.EpisodeOfCareStatus.Finished, placements.Take, ("status", "STATUS_AND_PERIOD"));
        Refused(placements.Tell(placement), e => e.Period = null, placements.Take, ("period.start", "REQUIRED"));
        Refused(placements.Tell(placement), e => e.Period!.Start = "2026", placements.Take, ("period.start", "NOT_A_DATE"));
    }

    private static void Refused<T, TState>(T resource, Action<T> spoil, Func<T, TState> take, params (string Field, string Reason)[] expected)
    {
        spoil(resource);
        Assert.Equal(expected, Assert.Throws<Fault>(() => take(resource)).Fields.Select(f => (f.Field, f.Reason)));
    }

    private void Refused(Action<QuestionnaireResponse> spoil, params (string Field, string Reason)[] expected)
    {
        var assessment = Assessment().Single();
        assessment = assessment with { NhsNumber = "9990000018", DisputeReason = null, Council = null, Content = assessment.Content with { WeeklyLimitPence = 81250 } };
        Refused(assessments.Tell(assessment), spoil, assessments.Take, expected);
    }

    private static QuestionnaireResponse.ItemComponent Item(QuestionnaireResponse of, string group, string linkId) => of.Item.Single(i => i.LinkId == group).Item.Single(i => i.LinkId == linkId);

    private static IEnumerable<Questionnaire.ItemComponent> Asked(IEnumerable<Questionnaire.ItemComponent> items) => items.SelectMany(i => Asked(i.Item).Prepend(i));

    private static string TypeOf(Questionnaire.QuestionnaireItemType type) => type switch
    {
        Questionnaire.QuestionnaireItemType.Choice => "Coding",
        Questionnaire.QuestionnaireItemType.Reference => "Reference",
        Questionnaire.QuestionnaireItemType.Quantity => "Quantity",
        _ => type.ToString().ToLowerInvariant(),
    };

    private static void Same<TState, TResource>(Gen<TState> states, Func<TState, TResource> tell, Func<Resource, TState> take)
        where TResource : Resource =>
        states.Sample(
            state =>
            {
                var back = take(FhirJson.Read(Encoding.UTF8.GetBytes(FhirJson.Write(tell(state)))));
                Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(back));
            },
            iter: 500,
            threads: 1);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Bool.SelectMany(there => there ? gen.Select(value => (T?)value) : Gen.Const((T?)null));

    private static Gen<T> Any<T>(IReadOnlyList<T> of) => Gen.Int[0, of.Count - 1].Select(i => of[i]);

    private static Gen<string?> MaybeText(Gen<string> gen) => Gen.Bool.SelectMany(there => there ? gen.Select(value => (string?)value) : Gen.Const((string?)null));

    private Gen<string> Code(string system) => Any<string>([.. codes.Valid(system, Today).Select(c => c.Code)]);

    private Gen<AssessedNeeds> Needs() =>
        from bed in Code(CareHomeCodes.BedType)
        from capabilities in Code(CareHomeCodes.Capability).HashSet[0, 4]
        from kilograms in Gen.Int[80, 400]
        from risks in Code(PlacementCodes.AssessmentRisk).HashSet[0, 4]
        from detail in MaybeText(Words)
        from infection in Code(PlacementCodes.InfectionStatus)
        select new AssessedNeeds
        {
            BedType = bed,
            Capabilities = [.. capabilities.Select(c => new NeededCapability(c, c == "bariatric" ? kilograms : null))],
            Risks = [.. risks.Select(r => new FoundRisk(r, detail))],
            Infection = infection,
        };

    private Gen<AssessmentState> Assessment() =>
        from id in Id.Array[3]
        from number in Number
        from needs in Needs()
        from wished in
            from homes in Id.Array[0, 3]
            from near in Any<string?>([null, "WA8 7QF", "WA7"])
            from whom in Code(PlacementCodes.NearWhom)
            from farthest in Maybe(Gen.Int[1, 100_000])
            from inside in Gen.Bool
            from lived in Maybe(Id)
            select new AssessedPreferences { Homes = homes, Near = near, NearWhom = near is null ? null : whom, FarthestMetres = farthest, InBorough = inside, LivedAt = lived }
        from content in
            from assessor in Words
            from funding in Code(PlacementCodes.Funding)
            from limit in Maybe(Gen.Long[0, 100_000_00])
            from basis in Code(PlacementCodes.ConsentBasis)
            from capacity in Code(PlacementCodes.DecisionCapacity)
            select new AssessmentContent { AssessedBy = assessor, Needs = needs, Preferences = wished, Funding = funding, WeeklyLimitPence = limit, ConsentBasis = basis, Capacity = capacity }
        from version in Gen.Int[1, 9]
        from moments in Moment.Array[3]
        from dispute in MaybeText(Code(PlacementCodes.DisputeReason))
        from council in Any<string?>([null, "E06000006"])
        select new AssessmentState
        {
            Id = id[0],
            Version = version,
            StayId = id[1],
            NhsNumber = number,
            Trust = "RWW",
            Council = council,
            Assessor = "HALTON-TA",
            Content = content,
            AssessedAt = moments[0],
            ValidUntil = moments[1],
            DisputeReason = dispute,
            Etag = $"a{version + 2}",
            ChangedAt = moments[2],
        };

    private Gen<ReservationState> Reservation() =>
        from id in Id.Array[4]
        from name in Words
        from bed in Code(CareHomeCodes.BedType)
        from state in Any<string>([BedHold.Held, BedHold.Released, BedHold.Expired, BedHold.Admitted])
        from reason in Code(PlacementCodes.ReleaseReason)
        from number in Gen.Int[1, 200]
        from moments in Moment.Array[5].Select(some => some.Order().ToArray())
        select new ReservationState
        {
            Id = id[0],
            AssessmentId = id[1],
            StayId = id[2],
            HomeId = id[3],
            LocationId = "1-999000001",
            HomeName = name,
            BedType = bed,
            BedNumber = number,
            State = state,
            HeldAt = moments[1],
            HeldUntil = moments[3],
            LongestUntil = moments[4],
            EndedAt = state == BedHold.Held ? null : moments[2],
            ReleaseReason = state == BedHold.Released ? reason : null,
            Assessor = "HALTON-TA",
            Council = number % 2 == 0 ? "E06000006" : null,
            Trust = "RWW",
            Etag = "b7",
            ChangedAt = moments[number % 3],
        };

    private Gen<OfferState> Offer() =>
        from id in Id.Array[4]
        from more in Maybe(Id).Array[2]
        from needs in Needs()
        from name in Words
        from state in Any<string>([PlacementOffer.Offered, PlacementOffer.Accepted, PlacementOffer.Declined, PlacementOffer.Disputed, PlacementOffer.Withdrawn, PlacementOffer.Expired, PlacementOffer.Completed])
        from reasons in Gen.Select(Code(PlacementCodes.DeclineReason), Code(PlacementCodes.DisputeReason), Code(PlacementCodes.WithdrawReason))
        from said in MaybeText(Words).Array[2]
        from consent in Gen.Select(Code(PlacementCodes.Funding), Code(PlacementCodes.ConsentBasis), Code(PlacementCodes.DecisionCapacity))
        from number in Number
        from day in Day
        from version in Gen.Int[1, 9]
        from moments in Moment.Array[4].Select(some => some.Order().ToArray())
        select new OfferState
        {
            Id = id[0],
            ReservationId = more[0],
            AssessmentId = id[1],
            AssessmentVersion = version,
            StayId = id[2],
            HomeId = id[3],
            LocationId = "1-999000001",
            HomeName = name,
            HomeOrganization = "CARE-HOME-1",
            State = state,
            Needs = needs,
            Funding = consent.Item1,
            ConsentBasis = consent.Item2,
            Capacity = consent.Item3,
            NhsNumber = number,
            AdmissionOn = day,
            OfferedAt = moments[0],
            AnswerBy = moments[3],
            EndedAt = state == PlacementOffer.Offered ? null : moments[1],
            AnsweredBy = said[0],
            Reason = state switch { PlacementOffer.Declined => reasons.Item1, PlacementOffer.Disputed => reasons.Item2, PlacementOffer.Withdrawn => reasons.Item3, _ => null },
            AnswerText = said[1],
            Assessor = "HALTON-TA",
            Council = version % 2 == 0 ? "E06000006" : null,
            Trust = "RBN",
            PlacementId = more[1],
            Etag = "o3",
            ChangedAt = moments[2],
        };

    private Gen<PlacementState> Standing() =>
        from id in Id.Array[2]
        from origin in Maybe(Id).Array[3]
        from name in Words
        from number in Number
        from bed in Code(CareHomeCodes.BedType)
        from outside in MaybeText(Code(PlacementCodes.OutOfAreaReason))
        from end in Code(PlacementCodes.EndReason)
        from start in Day
        from days in Maybe(Gen.Int[0, 900]).Array[4]
        from admitted in Maybe(Moment)
        from changed in Moment
        select new PlacementState
        {
            Id = id[0],
            Council = "E06000006",
            CaseReference = "HBC-1729",
            NhsNumber = number,
            HomeId = id[1],
            LocationId = "1-999000001",
            HomeName = name,
            OutOfBorough = outside is not null,
            BedType = bed,
            OutOfAreaReason = outside,
            StartedOn = start,
            EndedOn = days[0] is { } after ? start.AddDays(after) : null,
            EndReason = days[0] is null ? null : end,
            HostNotifiedOn = days[1] is { } told ? start.AddDays(-told) : null,
            ReviewedOn = days[2] is { } looked ? start.AddDays(looked) : null,
            ReviewDue = start.AddYears(1),
            StayId = origin[0],
            AdmittedAt = admitted,
            AssessmentId = origin[1],
            OfferId = origin[2],
            Etag = "p2",
            ChangedAt = changed,
        };
}
