using Halton.Hub.CareHomes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using FhirCode = Hl7.Fhir.Model.Coding;
using Item = Hl7.Fhir.Model.QuestionnaireResponse.ItemComponent;

namespace Halton.Hub.Placement.Assessments;

/// <summary>
/// A trusted assessment as a QuestionnaireResponse to the hub's questionnaire <c>trusted-assessment</c>, and back. The version of the
/// resource is the etag; which version of the assessment it is stands in an extension.
/// </summary>
public sealed class AssessmentFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The questionnaire that it answers.</summary>
    public const string Questionnaire = FhirNames.Own + "Questionnaire/trusted-assessment|1.0.0";

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [PartiesFhir.Trust, PartiesFhir.Council, ValidUntil, Version, Disputed];

    private static readonly HubExtension ValidUntil = new("assessment-valid-until", "dateTime", "Until when a person can be placed on the assessment.", "QuestionnaireResponse");
    private static readonly HubExtension Version = new("assessment-version", "positiveInt", "Which version of the assessment is meant; 1 is the first.", "QuestionnaireResponse", "Task");
    private static readonly HubExtension Disputed = new("assessment-dispute-reason", "CodeableConcept", "Why a care home disputes the assessment.", "QuestionnaireResponse");

    /// <summary>Tells it.</summary>
    public QuestionnaireResponse Tell(AssessmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new QuestionnaireResponse
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Questionnaire = Questionnaire,
            Status = state.Version == 1 ? QuestionnaireResponse.QuestionnaireResponseStatus.Completed : QuestionnaireResponse.QuestionnaireResponseStatus.Amended,
            Subject = FhirWords.Patient(state.NhsNumber),
            Encounter = FhirWords.To("Encounter", state.StayId),
            AuthoredElement = FhirWords.Moment(state.AssessedAt),
            Author = FhirWords.Organization(state.Assessor),
            Item = Items(state.Content),
        };
        PartiesFhir.Put(told, state.Trust, state.Council);
        ValidUntil.Put(told, FhirWords.Moment(state.ValidUntil));
        PutVersion(told, state.Version);
        Disputed.Put(told, words.Concept(PlacementCodes.DisputeReason, state.DisputeReason));
        return told;
    }

    /// <summary>Reads it. Faults name the element: REQUIRED, CODE_UNKNOWN, REFERENCE_UNKNOWN and the like.</summary>
    public AssessmentState Take(QuestionnaireResponse from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredElement));
        check.That(from.Questionnaire == Questionnaire, "questionnaire", "QUESTIONNAIRE_UNKNOWN", $"Answer {Questionnaire}.");
        var (etag, changedAt) = taking.Meta(from.Meta);
        var (trust, council) = PartiesFhir.Take(from, taking);
        var state = new AssessmentState
        {
            Id = taking.Id(from.Id, "id"),
            Version = TakeVersion(from, taking),
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter", required: true) ?? default,
            NhsNumber = taking.Identifier(from.Subject, FhirNames.NhsNumber, "subject"),
            Trust = trust,
            Council = council,
            Assessor = taking.Identifier(from.Author, FhirNames.Organization, "author", required: true)!,
            Content = new AnswersFhir(from.Item, taking).Content(),
            AssessedAt = taking.Moment(from.AuthoredElement, "authored", required: true) ?? default,
            ValidUntil = taking.Moment(ValidUntil.Get<FhirDateTime>(from), "extension(assessment-valid-until)", required: true) ?? default,
            DisputeReason = taking.Code(Disputed.Get<CodeableConcept>(from), PlacementCodes.DisputeReason, "extension(assessment-dispute-reason)"),
            Etag = etag,
            ChangedAt = changedAt,
        };
        check.Settle();
        return state;
    }

    /// <summary>Writes which version of an assessment is meant.</summary>
    internal static void PutVersion(IExtendable to, int version) => Version.Put(to, new PositiveInt(version));

    /// <summary>Reads which version of an assessment is meant.</summary>
    internal static int TakeVersion(IExtendable from, FhirTaking taking) =>
        taking.Required(Version.Get<PositiveInt>(from)?.Value, "extension(assessment-version)") ?? default;

    private static Item? One(string linkId, DataType? answer) => answer is null ? null : new Item { LinkId = linkId, Answer = [new() { Value = answer }] };

    private static Item? Group(string linkId, params IEnumerable<Item?> items) => items.OfType<Item>().ToList() is { Count: > 0 } some ? new Item { LinkId = linkId, Item = some } : null;

    private List<Item> Items(AssessmentContent content) =>
    [
        .. new[]
        {
            One("assessed-by", new FhirString(content.AssessedBy)),
            Group("needs", [
                One("bed-type", words.Coding(CareHomeCodes.BedType, content.Needs.BedType)),
                .. content.Needs.Capabilities.Select(c => Group("capability", One("capability-code", words.Coding(CareHomeCodes.Capability, c.Code)), One("capability-kilograms", Number(c.Kilograms)))),
                .. content.Needs.Risks.Select(r => Group("risk", One("risk-code", words.Coding(PlacementCodes.AssessmentRisk, r.Code)), One("risk-detail", Text(r.Detail)))),
                One("infection", words.Coding(PlacementCodes.InfectionStatus, content.Needs.Infection)),
            ]),
            Wished(content.Preferences),
            Group("funding", One("funding-source", words.Coding(PlacementCodes.Funding, content.Funding)), One("weekly-limit", Pounds(content.WeeklyLimitPence))),
            Group("consent", One("consent-basis", words.Coding(PlacementCodes.ConsentBasis, content.ConsentBasis)), One("decision-capacity", words.Coding(PlacementCodes.DecisionCapacity, content.Capacity))),
        }.OfType<Item>(),
    ];

    private Item? Wished(AssessedPreferences wished) => Group(
        "preferences",
        wished.Homes.Count == 0 ? null : new Item { LinkId = "preferred-home", Answer = [.. wished.Homes.Select(home => new QuestionnaireResponse.AnswerComponent { Value = FhirWords.To("Location", home) })] },
        One("near", Text(wished.Near)),
        One("near-whom", words.Coding(PlacementCodes.NearWhom, wished.NearWhom)),
        One("farthest-metres", Number(wished.FarthestMetres)),
        One("in-borough", new FhirBoolean(wished.InBorough)),
        One("lived-at", FhirWords.To("Location", wished.LivedAt)));

    private static FhirString? Text(string? text) => text is null ? null : new FhirString(text);

    private static Integer? Number(int? number) => number is null ? null : new Integer(number);

    private static Quantity? Pounds(long? pence) => pence is null ? null : new Quantity(pence.Value / 100m, "GBP", FhirNames.Currency);

    /// <summary>What the FHIR door serves of assessments.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "QuestionnaireResponse",
        "",
        "Trusted assessments for care-home placements, in their latest version.",
        ["completed", "amended"],
        [],
        async (call, id, ct) => services.GetRequiredService<AssessmentFhir>().Tell(await services.GetRequiredService<GetAssessment>().Run(call, id, 0, ct)),
        async (call, query, ct) =>
        {
            var filter = new AssessmentFilter { Amended = query.Statuses is [var one] ? one == "amended" : null, Narrowed = query.Narrowed };
            var page = await services.GetRequiredService<ListAssessments>().Run(call, filter, query.Count, query.PageToken, ct);
            return new FhirPage([.. page.Assessments.Select(services.GetRequiredService<AssessmentFhir>().Tell)], page.NextPageToken);
        },
        Extensions);
}
