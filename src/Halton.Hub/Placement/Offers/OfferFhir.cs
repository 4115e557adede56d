using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;
using Microsoft.Extensions.DependencyInjection;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// An offer as a Task of code <c>placement-offer</c> that the home owns, and back. A declined and a disputed offer are both rejected; the list
/// that the reason comes from tells them apart.
/// </summary>
public sealed class OfferFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The code that tells these tasks from others.</summary>
    public const string Code = "placement-offer";

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [PartiesFhir.Trust, PartiesFhir.Council, AnsweredBy, AnswerText, NeedsFhir.Kilograms];

    private static readonly HubExtension AnsweredBy = new("answered-by", "string", "Role of the one who answered for the care home, never a name.", "Task");
    private static readonly HubExtension AnswerText = new("answer-text", "string", "What the care home said besides its answer.", "Task");

    private static readonly Dictionary<string, FhirTask.TaskStatus> States = new()
    {
        [PlacementOffer.Offered] = FhirTask.TaskStatus.Requested,
        [PlacementOffer.Accepted] = FhirTask.TaskStatus.Accepted,
        [PlacementOffer.Declined] = FhirTask.TaskStatus.Rejected,
        [PlacementOffer.Disputed] = FhirTask.TaskStatus.Rejected,
        [PlacementOffer.Withdrawn] = FhirTask.TaskStatus.Cancelled,
        [PlacementOffer.Expired] = FhirTask.TaskStatus.Failed,
        [PlacementOffer.Completed] = FhirTask.TaskStatus.Completed,
    };

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [PlacementOffer.Declined] = PlacementCodes.DeclineReason,
        [PlacementOffer.Disputed] = PlacementCodes.DisputeReason,
        [PlacementOffer.Withdrawn] = PlacementCodes.WithdrawReason,
    };

    private readonly NeedsFhir inputs = new(words);

    /// <summary>Tells it.</summary>
    public FhirTask Tell(OfferState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new FhirTask
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            BasedOn = state.ReservationId is null ? [] : [FhirWords.To("Task", state.ReservationId)!],
            Status = States[state.State],
            StatusReason = Reasons.TryGetValue(state.State, out var system) ? words.Concept(system, state.Reason) : null,
            Intent = FhirTask.TaskIntent.Proposal,
            Code = words.Concept(FhirNames.TaskKind, Code),
            Focus = FhirWords.To("QuestionnaireResponse", state.AssessmentId),
            For = FhirWords.Patient(state.NhsNumber),
            Encounter = FhirWords.To("Encounter", state.StayId),
            AuthoredOnElement = FhirWords.Moment(state.OfferedAt),
            LastModifiedElement = FhirWords.Moment(state.ChangedAt),
            ExecutionPeriod = new Period { StartElement = FhirWords.Moment(state.OfferedAt), EndElement = FhirWords.Moment(state.EndedAt) },
            Requester = FhirWords.Organization(state.Assessor),
            Owner = FhirWords.Organization(state.HomeOrganization),
            Location = FhirWords.Home(state.HomeId, state.LocationId, state.HomeName),
            Restriction = new FhirTask.RestrictionComponent { Period = new Period { EndElement = FhirWords.Moment(state.AnswerBy) } },
            Input = Some([
                .. inputs.Tell(state.Needs),
                inputs.Input("funding", words.Concept(PlacementCodes.Funding, state.Funding)),
                inputs.Input("consent-basis", words.Concept(PlacementCodes.ConsentBasis, state.ConsentBasis)),
                inputs.Input("decision-capacity", words.Concept(PlacementCodes.DecisionCapacity, state.Capacity)),
                inputs.Input("admission-on", FhirWords.Day(state.AdmissionOn)),
            ]),
            Output = state.PlacementId is null ? [] : [new() { Type = words.Concept(FhirNames.TaskInput, "placement")!, Value = FhirWords.To("EpisodeOfCare", state.PlacementId)! }],
        };
        PartiesFhir.Put(told, state.Trust, state.Council);
        AssessmentFhir.PutVersion(told, state.AssessmentVersion);
        AnsweredBy.Put(told, state.AnsweredBy is null ? null : new FhirString(state.AnsweredBy));
        AnswerText.Put(told, state.AnswerText is null ? null : new FhirString(state.AnswerText));
        return told;
    }

    /// <summary>Reads it. Faults name the element.</summary>
    public OfferState Take(FhirTask from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredOnElement));
        taking.Kind(from, Code);
        var (etag, changedAt) = taking.Meta(from.Meta);
        var (trust, council) = PartiesFhir.Take(from, taking);
        var home = taking.Home(from.Location, "location");
        var disputed = from.StatusReason?.Coding.Exists(c => c.System == PlacementCodes.DisputeReason) == true;
        var state = from.Status == FhirTask.TaskStatus.Rejected && disputed ? PlacementOffer.Disputed : taking.State(from.Status, States);
        var told = new OfferState
        {
            Id = taking.Id(from.Id, "id"),
            ReservationId = taking.Reference(from.BasedOn.FirstOrDefault(), "Task", "basedOn"),
            AssessmentId = taking.Reference(from.Focus, "QuestionnaireResponse", "focus", required: true) ?? default,
            AssessmentVersion = AssessmentFhir.TakeVersion(from, taking),
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter", required: true) ?? default,
            HomeId = home.Id,
            LocationId = home.LocationId,
            HomeName = home.Name,
            HomeOrganization = taking.Identifier(from.Owner, FhirNames.Organization, "owner", required: true)!,
            State = state,
            Needs = NeedsFhir.Take(from, taking),
            Funding = NeedsFhir.Code(from, "funding", PlacementCodes.Funding, taking),
            ConsentBasis = NeedsFhir.Code(from, "consent-basis", PlacementCodes.ConsentBasis, taking),
            Capacity = NeedsFhir.Code(from, "decision-capacity", PlacementCodes.DecisionCapacity, taking),
            NhsNumber = taking.Identifier(from.For, FhirNames.NhsNumber, "for"),
            AdmissionOn = taking.Day(NeedsFhir.One<Date>(from, "admission-on", taking)?.Value, "input(admission-on)") ?? default,
            OfferedAt = taking.Moment(from.AuthoredOnElement, "authoredOn", required: true) ?? default,
            AnswerBy = taking.Moment(from.Restriction?.Period?.EndElement, "restriction.period.end", required: true) ?? default,
            EndedAt = taking.Moment(from.ExecutionPeriod?.EndElement, "executionPeriod.end"),
            AnsweredBy = AnsweredBy.Get<FhirString>(from)?.Value,
            Reason = Reasons.TryGetValue(state, out var system) ? taking.Code(from.StatusReason, system, "statusReason") : null,
            AnswerText = AnswerText.Get<FhirString>(from)?.Value,
            Assessor = taking.Identifier(from.Requester, FhirNames.Organization, "requester", required: true)!,
            Trust = trust,
            Council = council,
            PlacementId = taking.Reference(from.Output.FirstOrDefault()?.Value as ResourceReference, "EpisodeOfCare", "output"),
            Etag = etag,
            ChangedAt = changedAt,
        };
        check.Settle();
        return told;
    }

    private static List<FhirTask.ParameterComponent> Some(IEnumerable<FhirTask.ParameterComponent?> inputs) => [.. inputs.OfType<FhirTask.ParameterComponent>()];

    /// <summary>What the FHIR door serves of offers.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "Task",
        Code,
        "Offers of a person to a care home.",
        [.. States.Values.Select(Status).Distinct()],
        [],
        async (call, id, ct) => services.GetRequiredService<OfferFhir>().Tell(await services.GetRequiredService<GetOffer>().Run(call, id, ct)),
        async (call, query, ct) =>
        {
            var states = States.Where(s => query.Statuses.Count == 0 || query.Statuses.Contains(Status(s.Value))).Select(s => s.Key);
            var page = await services.GetRequiredService<ListOffers>().Run(call, new OfferFilter { States = [.. states], Narrowed = query.Narrowed }, query.Count, query.PageToken, ct);
            return new FhirPage([.. page.Offers.Select(services.GetRequiredService<OfferFhir>().Tell)], page.NextPageToken);
        },
        Extensions);

    private static string Status(FhirTask.TaskStatus status) => EnumUtility.GetLiteral(status);
}
