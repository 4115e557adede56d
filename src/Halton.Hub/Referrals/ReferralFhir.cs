using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;
using Microsoft.Extensions.DependencyInjection;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Referrals;

/// <summary>
/// What a referral asks, as a ServiceRequest; what becomes of it is a Task of the same id (<see cref="ReferralTaskFhir"/>). Both together are the
/// referral, and come back as one. The intent is plan, the breach time the end of the occurrence, as the NHS Booking and Referral Standard has it.
/// </summary>
public sealed class ReferralFhir(FhirWords words, CodeSystems codes, CareRules rules)
{
    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions =>
        [SubjectFhir.NumberStatus, PartiesFhir.Trust, PartiesFhir.Council, JourneyStartedAt, RequestedTier, AgreedOn, DueElapsed, DueService, WarnAt, FromHospitalBed, ReferralMessageFhir.CancelReason];

    /// <summary>The states behind each status.</summary>
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Statuses = new Dictionary<string, IReadOnlyList<string>>
    {
        ["active"] = Referral.OpenStates,
        ["completed"] = [Referral.Completed],
        ["revoked"] = [Referral.Rejected, Referral.Redirected, Referral.Cancelled],
    };

    private static readonly HubExtension JourneyStartedAt = new("journey-started-at", "dateTime", "When the journey that a referral belongs to began.", "ServiceRequest");
    private static readonly HubExtension RequestedTier = new("requested-tier", "CodeableConcept", "How fast the requester asked for.", "ServiceRequest");
    private static readonly HubExtension AgreedOn = new("agreed-on", "date", "Day that was agreed for the person to come home.", "ServiceRequest");
    private static readonly HubExtension DueElapsed = new("due-elapsed", "dateTime", "When the clock that always runs is out.", "ServiceRequest");
    private static readonly HubExtension DueService = new("due-service", "dateTime", "When the clock of the service's hours is out.", "ServiceRequest");
    private static readonly HubExtension WarnAt = new("warn-at", "dateTime", "From when on little time is left.", "ServiceRequest");
    private static readonly HubExtension FromHospitalBed = new("from-hospital-bed", "boolean", "Whether the person is in a hospital bed.", "ServiceRequest");

    /// <summary>Day that was agreed, as it is written.</summary>
    internal static string? AgreedDay(ServiceRequest from) => AgreedOn.Get<Date>(from)?.Value;

    /// <summary>Tells what is asked.</summary>
    public ServiceRequest Tell(ReferralState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new ServiceRequest
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Replaces = state.RedirectedFrom is null ? [] : [FhirWords.To("ServiceRequest", state.RedirectedFrom)!],
            Requisition = new Identifier(FhirNames.Journey, state.JourneyId.ToString()),
            Status = EnumUtility.ParseLiteral<RequestStatus>(Statuses.First(s => s.Value.Contains(state.State)).Key),
            Intent = RequestIntent.Plan,
            Category = [words.Concept(ReferralCodes.Tier, state.Tier)!],
            Priority = rules.Latest.Tiers.GetValueOrDefault(state.Tier)?.Priority is { } priority ? EnumUtility.ParseLiteral<RequestPriority>(priority) : null,
            Subject = SubjectFhir.Tell(words, state.NhsNumber, state.NhsNumberStatus, state.Id),
            Encounter = FhirWords.To("Encounter", state.StayId),
            Occurrence = new Period { StartElement = FhirWords.Moment(state.RequestedAt), EndElement = FhirWords.Moment(state.BreachAt > state.RequestedAt ? state.BreachAt : state.RequestedAt) },
            AuthoredOnElement = FhirWords.Moment(state.ReferredAt),
            Requester = FhirWords.Organization(state.Requester),
            Performer = [FhirWords.ByIdentifier("HealthcareService", FhirNames.CareService, state.Service), FhirWords.Organization(state.Performer)!],
            ReasonCode = [.. state.Conditions.Select(code => words.Concept(ReferralCodes.Condition, code)!)],
            Note = [new Annotation { Text = state.ReasonText }],
        };
        PartiesFhir.Put(told, state.Trust, state.Council);
        JourneyStartedAt.Put(told, FhirWords.Moment(state.JourneyStartedAt));
        RequestedTier.Put(told, words.Concept(ReferralCodes.Tier, state.RequestedTier));
        AgreedOn.Put(told, FhirWords.Day(state.AgreedOn));
        DueElapsed.Put(told, FhirWords.Moment(state.DueElapsed));
        DueService.Put(told, FhirWords.Moment(state.DueService));
        WarnAt.Put(told, FhirWords.Moment(state.WarnAt));
        FromHospitalBed.Put(told, new FhirBoolean(state.FromHospitalBed));
        return told;
    }

    /// <summary>Reads a referral back from what is asked and what becomes of it. Faults name the element that is missing or wrong.</summary>
    public ReferralState Take(ServiceRequest from, FhirTask task)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredOnElement));
        check.That(from.Intent == RequestIntent.Plan, "intent", "INTENT", "The intent is plan.");
        var (etag, changedAt) = taking.Meta(from.Meta);
        var (number, status) = SubjectFhir.Take(from.Subject, taking);
        var (trust, council) = PartiesFhir.TakeOptional(from, taking);
        var period = from.Occurrence as Period;
        check.That(period is not null, "occurrence", "REQUIRED", "The occurrence is a period that ends with the breach time.");
        var journey = from.Requisition?.System == FhirNames.Journey ? from.Requisition.Value : null;
        var asked = new ReferralState
        {
            Id = taking.Id(from.Id, "id"),
            JourneyId = taking.Id(journey, "requisition"),
            JourneyStartedAt = taking.Moment(JourneyStartedAt.Get<FhirDateTime>(from), "extension(journey-started-at)", required: true) ?? default,
            RedirectedFrom = taking.Reference(from.Replaces.FirstOrDefault(), "ServiceRequest", "replaces"),
            Service = taking.Identifier(from.Performer.FirstOrDefault(), FhirNames.CareService, "performer[0]", required: true)!,
            Performer = taking.Identifier(from.Performer.ElementAtOrDefault(1), FhirNames.Organization, "performer[1]", required: true)!,
            Requester = taking.Identifier(from.Requester, FhirNames.Organization, "requester", required: true)!,
            Trust = trust,
            Council = council,
            StayId = taking.Reference(from.Encounter, "Encounter", "encounter"),
            NhsNumber = number,
            NhsNumberStatus = status,
            FromHospitalBed = taking.Required(FromHospitalBed.Get<FhirBoolean>(from)?.Value, "extension(from-hospital-bed)") ?? default,
            RequestedTier = taking.Code(RequestedTier.Get<CodeableConcept>(from), ReferralCodes.Tier, "extension(requested-tier)", required: true)!,
            Tier = taking.Code(from.Category.FirstOrDefault(), ReferralCodes.Tier, "category", required: true)!,
            Conditions = [.. from.ReasonCode.Select((reason, i) => taking.Code(reason, ReferralCodes.Condition, $"reasonCode[{i}]", required: true)).OfType<string>()],
            ReasonText = check.OptionalText(from.Note.FirstOrDefault()?.Text, "note", 2000, lines: true) ?? "",
            AgreedOn = taking.Day(AgreedOn.Get<Date>(from)?.Value, "extension(agreed-on)"),
            State = "",
            ReferredAt = taking.Moment(from.AuthoredOnElement, "authoredOn", required: true) ?? default,
            RequestedAt = taking.Moment(period?.StartElement, "occurrencePeriod.start", required: true) ?? default,
            DueElapsed = taking.Moment(DueElapsed.Get<FhirDateTime>(from), "extension(due-elapsed)", required: true) ?? default,
            DueService = taking.Moment(DueService.Get<FhirDateTime>(from), "extension(due-service)", required: true) ?? default,
            BreachAt = taking.Moment(period?.EndElement, "occurrencePeriod.end", required: true) ?? default,
            WarnAt = taking.Moment(WarnAt.Get<FhirDateTime>(from), "extension(warn-at)", required: true) ?? default,
            Etag = etag,
            ChangedAt = changedAt,
        };
        var told = ReferralTaskFhir.Take(asked, task, taking);
        check.That(told.State.Length == 0 || Statuses.Any(s => from.Status is { } said && s.Key == EnumUtility.GetLiteral(said) && s.Value.Contains(told.State)), "status", "STATUS_UNKNOWN", "The status of what is asked does not fit that of what becomes of it.");
        check.Settle();
        return told;
    }

    /// <summary>How the FHIR door finds what is asked.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "ServiceRequest",
        "",
        "Referrals to community services: what is asked.",
        [.. Statuses.Keys],
        [FhirNames.Journey],
        async (call, id, ct) => services.GetRequiredService<ReferralFhir>().Tell(await services.GetRequiredService<GetReferral>().Run(call, id, full: false, ct)),
        async (call, query, ct) =>
        {
            var page = await services.GetRequiredService<ListReferrals>().Run(call, Filter(query, Statuses), query.Count, query.PageToken, full: false, ct);
            return new FhirPage([.. page.Referrals.Select(services.GetRequiredService<ReferralFhir>().Tell)], page.NextPageToken);
        },
        Extensions);

    /// <summary>What the FHIR door serves of the people who were referred.</summary>
    internal static FhirSource People(IServiceProvider services) => new(
        "Patient",
        "referral",
        "People, as referrals tell of them.",
        [],
        PatientFhir.Identifiers,
        async (call, id, ct) => services.GetRequiredService<ReferralFhir>().TellPerson(await services.GetRequiredService<GetReferral>().Run(call, id, full: true, ct)),
        async (call, query, ct) =>
        {
            var filter = new ReferralFilter { States = Referral.States, Narrowed = PatientFhir.Narrowed(query) };
            var page = await services.GetRequiredService<ListReferrals>().Run(call, filter, query.Count, query.PageToken, full: true, ct);
            return new FhirPage([.. page.Referrals.Select(services.GetRequiredService<ReferralFhir>().TellPerson)], page.NextPageToken);
        },
        PatientFhir.Extensions)
    { Coded = false };

    /// <summary>The person whom a referral is about.</summary>
    internal Hl7.Fhir.Model.Patient TellPerson(ReferralState state) =>
        PatientFhir.Tell(words, state.Patient!, state.NhsNumber, state.NhsNumberStatus, state.Id, state.Etag, state.ChangedAt);

    /// <summary>What a search narrows.</summary>
    internal static ReferralFilter Filter(FhirQuery query, IReadOnlyDictionary<string, IReadOnlyList<string>> statuses) => new()
    {
        States = query.Statuses.Count == 0 ? Referral.States : [.. query.Statuses.Where(statuses.ContainsKey).SelectMany(s => statuses[s]).Distinct()],
        JourneyId = query.Identifier?.Value,
        Narrowed = query.Narrowed,
    };
}
