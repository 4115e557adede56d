using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge;

/// <summary>
/// A discharge as an inpatient Encounter, and back. Encounter.status is coarser than the hub's states: <c>in-progress</c> until the person has
/// left; the exact state stands in an extension. The person is named by NHS number, with UK Core's verification status.
/// </summary>
public sealed class DischargeFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The statuses, with the states behind each.</summary>
    public static readonly IReadOnlyDictionary<string, DischargeState[]> Statuses = new Dictionary<string, DischargeState[]>
    {
        ["in-progress"] = [DischargeState.Admitted, DischargeState.Ready, DischargeState.Planned],
        ["finished"] = [DischargeState.Discharged],
        ["cancelled"] = [DischargeState.Cancelled],
    };

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions =>
        [SubjectFhir.NumberStatus, AdmissionMethod, DischargeMethod, State, MeetsCriteria, ReviewedAt, ReadyDate, PlannedDate, Pathway, HubReferred, CancelReason, HubReferredAt, AssessmentStartedAt, AssessmentDueAt, AllocatedAt, DischargeDueAt, Worker, Delay];

    private const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private const string PhysicalType = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private static readonly HubExtension AdmissionMethod = new("AdmissionMethod", "CodeableConcept", "How the person was admitted.", "Encounter.hospitalization") { Base = FhirNames.UkCoreExtension };
    private static readonly HubExtension DischargeMethod = new("DischargeMethod", "CodeableConcept", "How the person left.", "Encounter") { Base = FhirNames.UkCoreExtension };
    private static readonly HubExtension State = new("discharge-state", "code", "Where the discharge is: admitted, ready, planned, discharged or cancelled.", "Encounter");
    private static readonly HubExtension MeetsCriteria = new("meets-criteria-to-reside", "boolean", "Whether the person met the criteria to reside at the latest review.", "Encounter");
    private static readonly HubExtension ReviewedAt = new("criteria-reviewed-at", "dateTime", "When the criteria to reside were last reviewed.", "Encounter");
    private static readonly HubExtension ReadyDate = new("discharge-ready-date", "date", "Discharge Ready Date: the day on which the person no longer met the criteria to reside.", "Encounter");
    private static readonly HubExtension PlannedDate = new("planned-discharge-date", "date", "The day on which the ward expects to discharge.", "Encounter");
    private static readonly HubExtension Pathway = new("discharge-pathway", "CodeableConcept", "The discharge pathway, P0 to P3.", "Encounter");
    private static readonly HubExtension HubReferred = new("care-transfer-hub-referred", "boolean", "Whether the care transfer hub has the referral.", "Encounter");
    private static readonly HubExtension CancelReason = new("discharge-cancel-reason", "CodeableConcept", "Why the discharge was cancelled.", "Encounter");

    private static readonly HubExtension HubReferredAt = new("care-transfer-hub-referred-at", "dateTime", "When the ward first referred to the care transfer hub.", "Encounter");
    private static readonly HubExtension AssessmentStartedAt = new("assessment-started-at", "dateTime", "When the assessment of needs began.", "Encounter");
    private static readonly HubExtension AssessmentDueAt = new("assessment-due-at", "dateTime", "By when the assessment of needs is to begin.", "Encounter");
    private static readonly HubExtension AllocatedAt = new("worker-allocated-at", "dateTime", "When somebody was first named who arranges the discharge.", "Encounter");
    private static readonly HubExtension DischargeDueAt = new("discharge-due-at", "dateTime", "By when the person is to have left.", "Encounter");

    private static readonly HubExtension Worker = new("allocated-worker", "", "Who arranges the discharge now.", "Encounter")
    {
        Parts =
        [
            new("since", "dateTime", "Since when.", Required: true),
            new("organization", "Reference", "Whose worker it is.", Required: true),
            new("team", "string", "Team of the organisation."),
            new("role", "string", "Role of the worker.", Required: true),
            new("reference", "string", "The organisation's own reference of the worker, never a name."),
        ],
    };

    private static readonly HubExtension Delay = new("discharge-delay", "", "The latest reason for delay since the person was ready.", "Encounter")
    {
        Parts = [new("delayed-on", "date", "The day.", Required: true), new("reason", "CodeableConcept", "The reason.", Required: true)],
    };

    /// <summary>Tells it.</summary>
    public Encounter Tell(DischargeStatus state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var told = new Encounter
        {
            Id = state.Id.ToString(),
            Meta = FhirWords.Meta(state.Etag, state.ChangedAt),
            Identifier = [new Identifier(FhirNames.Spell, state.SpellIdentifier)],
            Status = state.State switch
            {
                DischargeState.Discharged => Encounter.EncounterStatus.Finished,
                DischargeState.Cancelled => Encounter.EncounterStatus.Cancelled,
                _ => Encounter.EncounterStatus.InProgress,
            },
            Class = new Hl7.Fhir.Model.Coding(ActCode, "IMP", "inpatient encounter"),
            Subject = SubjectFhir.Tell(words, state.NhsNumber, state.NhsNumberStatus, state.Id),
            Period = new Period { StartElement = FhirWords.Moment(state.AdmittedAt), EndElement = FhirWords.Moment(state.DischargedAt) },
            Location =
            [
                new() { Location = FhirWords.ByIdentifier("Location", FhirNames.OdsSite, state.Site) },
                .. Wards(state),
            ],
            ServiceProvider = FhirWords.ByIdentifier("Organization", FhirNames.OdsOrganization, state.Trust),
        };
        var hospital = new Encounter.HospitalizationComponent
        {
            AdmitSource = words.Concept(DischargeCodes.AdmitSource, state.AdmitSource),
            DischargeDisposition = words.Concept(DischargeCodes.DischargeDestination, state.DischargeDestination),
        };
        AdmissionMethod.Put(hospital, words.Concept(DischargeCodes.AdmissionMethod, state.AdmissionMethod));
        told.Hospitalization = hospital.EnumerateElements().Any() ? hospital : null;
        DischargeMethod.Put(told, words.Concept(DischargeCodes.DischargeMethod, state.DischargeMethod));
        State.Put(told, new Code(state.State.ToString().ToLowerInvariant()));
        MeetsCriteria.Put(told, state.MeetsCriteria is { } meets ? new FhirBoolean(meets) : null);
        ReviewedAt.Put(told, FhirWords.Moment(state.LastReviewedAt));
        ReadyDate.Put(told, FhirWords.Day(state.DischargeReadyDate));
        PlannedDate.Put(told, FhirWords.Day(state.PlannedDischargeDate));
        Pathway.Put(told, words.Concept(DischargeCodes.Pathway, state.Pathway));
        HubReferred.Put(told, new FhirBoolean(state.CareTransferHubReferred));
        CancelReason.Put(told, words.Concept(DischargeCodes.CancelReason, state.CancelReason, state.CancelReasonText));
        HubReferredAt.Put(told, FhirWords.Moment(state.CareTransferHubReferredAt));
        AssessmentStartedAt.Put(told, FhirWords.Moment(state.AssessmentStartedAt));
        AssessmentDueAt.Put(told, FhirWords.Moment(state.AssessmentDueAt));
        AllocatedAt.Put(told, FhirWords.Moment(state.AllocatedAt));
        DischargeDueAt.Put(told, FhirWords.Moment(state.DischargeDueAt));
        if (state.Worker is { } worker)
        {
            Worker.PutParts(told, ("since", FhirWords.Moment(worker.Since)), ("organization", FhirWords.Organization(worker.Organization)), ("team", Text(worker.Team)), ("role", Text(worker.Role)), ("reference", Text(worker.Reference)));
        }

        if (state.DelayReason is { } reason)
        {
            Delay.PutParts(told, ("delayed-on", FhirWords.Day(state.DelayedOn)), ("reason", words.Concept(DischargeCodes.DelayReason, reason)));
        }

        return told;
    }

    /// <summary>Reads it. Faults name the element.</summary>
    public DischargeStatus Take(Encounter from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.Period?.StartElement));
        var (etag, changedAt) = taking.Meta(from.Meta);
        var (number, status) = SubjectFhir.Take(from.Subject, taking);
        var said = State.Get<Code>(from)?.Value;
        check.That(Enum.TryParse<DischargeState>(said, ignoreCase: true, out var state) && Enum.IsDefined(state), "extension(discharge-state)", "STATUS_UNKNOWN", "One of admitted, ready, planned, discharged, cancelled.");
        var delay = Delay.All(from) is [var first, ..] ? first : null;
        var delayedOn = delay is null ? null : taking.Day(HubExtension.Part<Date>(delay, "delayed-on")?.Value, "extension(discharge-delay).extension(delayed-on)", required: true);
        var told = new DischargeStatus
        {
            Id = taking.Id(from.Id, "id"),
            Trust = taking.Identifier(from.ServiceProvider, FhirNames.OdsOrganization, "serviceProvider", required: true)!,
            Site = taking.Identifier(from.Location.FirstOrDefault()?.Location, FhirNames.OdsSite, "location[0].location", required: true)!,
            Ward = check.Text(WardNow(from)?.Location?.Display, "location[1].location.display", 100),
            WardMoves = TakeMoves(from, taking),
            SpellIdentifier = check.Text(from.Identifier.Find(i => i.System == FhirNames.Spell)?.Value, "identifier", 100),
            NhsNumber = number,
            NhsNumberStatus = status,
            AdmittedAt = taking.Moment(from.Period?.StartElement, "period.start", required: true) ?? default,
            AdmissionMethod = taking.Code(from.Hospitalization is null ? null : AdmissionMethod.Get<CodeableConcept>(from.Hospitalization), DischargeCodes.AdmissionMethod, "hospitalization.extension(AdmissionMethod)"),
            AdmitSource = taking.Code(from.Hospitalization?.AdmitSource, DischargeCodes.AdmitSource, "hospitalization.admitSource"),
            PlannedDischargeDate = taking.Day(PlannedDate.Get<Date>(from)?.Value, "extension(planned-discharge-date)"),
            State = state,
            MeetsCriteria = MeetsCriteria.Get<FhirBoolean>(from)?.Value,
            LastReviewedAt = taking.Moment(ReviewedAt.Get<FhirDateTime>(from), "extension(criteria-reviewed-at)"),
            DischargeReadyDate = taking.Day(ReadyDate.Get<Date>(from)?.Value, "extension(discharge-ready-date)"),
            Pathway = taking.Code(Pathway.Get<CodeableConcept>(from), DischargeCodes.Pathway, "extension(discharge-pathway)"),
            CareTransferHubReferred = taking.Required(HubReferred.Get<FhirBoolean>(from)?.Value, "extension(care-transfer-hub-referred)") ?? default,
            DischargedAt = taking.Moment(from.Period?.EndElement, "period.end"),
            DischargeMethod = taking.Code(DischargeMethod.Get<CodeableConcept>(from), DischargeCodes.DischargeMethod, "extension(DischargeMethod)"),
            DischargeDestination = taking.Code(from.Hospitalization?.DischargeDisposition, DischargeCodes.DischargeDestination, "hospitalization.dischargeDisposition"),
            CancelReason = taking.Code(CancelReason.Get<CodeableConcept>(from), DischargeCodes.CancelReason, "extension(discharge-cancel-reason)"),
            CancelReasonText = CancelReason.Get<CodeableConcept>(from)?.Text,
            CareTransferHubReferredAt = taking.Moment(HubReferredAt.Get<FhirDateTime>(from), "extension(care-transfer-hub-referred-at)"),
            AssessmentStartedAt = taking.Moment(AssessmentStartedAt.Get<FhirDateTime>(from), "extension(assessment-started-at)"),
            AssessmentDueAt = taking.Moment(AssessmentDueAt.Get<FhirDateTime>(from), "extension(assessment-due-at)"),
            AllocatedAt = taking.Moment(AllocatedAt.Get<FhirDateTime>(from), "extension(worker-allocated-at)"),
            DischargeDueAt = taking.Moment(DischargeDueAt.Get<FhirDateTime>(from), "extension(discharge-due-at)"),
            Worker = Worker.All(from) is [var worker, ..] ? TakeWorker(worker, taking) : null,
            DelayedOn = delayedOn,
            DelayReason = delay is null ? null : new FhirTaking(codes, check, delayedOn ?? default).Code(HubExtension.Part<CodeableConcept>(delay, "reason"), DischargeCodes.DelayReason, "extension(discharge-delay).extension(reason)", required: true),
            Etag = etag,
            ChangedAt = changedAt,
        };
        check.Settle();
        return told;
    }

    // Where the person is now, and since when if they were moved there; then the wards before, the first first.
    private static IEnumerable<Encounter.LocationComponent> Wards(DischargeStatus state)
    {
        yield return Ward(state.Ward, state.WardMoves is [.., var last] ? last.MovedAt : null, null);
        for (var i = 0; i < state.WardMoves.Count; i++)
        {
            yield return Ward(state.WardMoves[i].From, i == 0 ? state.AdmittedAt : state.WardMoves[i - 1].MovedAt, state.WardMoves[i].MovedAt);
        }
    }

    private static Encounter.LocationComponent Ward(string ward, DateTimeOffset? since, DateTimeOffset? until) => new()
    {
        Location = new ResourceReference { Type = "Location", Display = ward },
        PhysicalType = new CodeableConcept(PhysicalType, "wa", "Ward", null),
        Status = until is null ? null : Encounter.EncounterLocationStatus.Completed,
        Period = (since ?? until) is null ? null : new Period { StartElement = FhirWords.Moment(since), EndElement = FhirWords.Moment(until) },
    };

    // The place behind the site; one that the person has left is none.
    private static Encounter.LocationComponent? WardNow(Encounter from) => from.Location.ElementAtOrDefault(1) is { Status: not Encounter.EncounterLocationStatus.Completed } now ? now : null;

    private static WardMove[] TakeMoves(Encounter from, FhirTaking taking)
    {
        var before = from.Location.Skip(2).ToList();
        return [.. before.Select((ward, i) => new WardMove(
            taking.Check.Text(ward.Location?.Display, $"location[{i + 2}].location.display", 100),
            (i + 1 < before.Count ? before[i + 1] : from.Location[1]).Location?.Display ?? "",
            taking.Moment(ward.Period?.EndElement, $"location[{i + 2}].period.end", required: true) ?? default))];
    }

    private static FhirString? Text(string? text) => text is null ? null : new FhirString(text);

    private static AllocatedWorker TakeWorker(Extension from, FhirTaking taking)
    {
        const string At = "extension(allocated-worker)";
        return new AllocatedWorker(
            taking.Moment(HubExtension.Part<FhirDateTime>(from, "since"), $"{At}.extension(since)", required: true) ?? default,
            taking.Identifier(HubExtension.Part<ResourceReference>(from, "organization"), FhirNames.Organization, $"{At}.extension(organization)", required: true)!,
            taking.Check.OptionalText(HubExtension.Part<FhirString>(from, "team")?.Value, $"{At}.extension(team)", 100),
            taking.Check.Text(HubExtension.Part<FhirString>(from, "role")?.Value, $"{At}.extension(role)", 60),
            taking.Check.OptionalText(HubExtension.Part<FhirString>(from, "reference")?.Value, $"{At}.extension(reference)", 50));
    }

    /// <summary>What the FHIR door serves of discharges.</summary>
    internal static FhirSource Source(IServiceProvider services) => new(
        "Encounter",
        "",
        "Stays in hospital on their way to discharge.",
        [.. Statuses.Keys],
        [FhirNames.Spell],
        async (call, id, ct) => services.GetRequiredService<DischargeFhir>().Tell(await services.GetRequiredService<GetDischargeStatus>().Run(call, null, id, full: false, ct)),
        async (call, query, ct) =>
        {
            var states = query.Statuses.Count == 0 ? Enum.GetValues<DischargeState>() : query.Statuses.SelectMany(s => Statuses[s]).ToArray();
            var filter = new DischargeFilter { States = states, SpellIdentifier = query.Identifier?.Value, Narrowed = query.Narrowed };
            var page = await services.GetRequiredService<ListDischarges>().Run(call, filter, query.Count, query.PageToken, full: false, ct);
            return new FhirPage([.. page.Discharges.Select(services.GetRequiredService<DischargeFhir>().Tell)], page.NextPageToken);
        },
        Extensions);

    /// <summary>What the FHIR door serves of the people in hospital.</summary>
    internal static FhirSource People(IServiceProvider services) => new(
        "Patient",
        "stay",
        "People, as stays in hospital tell of them.",
        [],
        PatientFhir.Identifiers,
        async (call, id, ct) => services.GetRequiredService<DischargeFhir>().TellPerson(await services.GetRequiredService<GetDischargeStatus>().Run(call, null, id, full: true, ct)),
        async (call, query, ct) =>
        {
            var filter = new DischargeFilter { States = Enum.GetValues<DischargeState>(), Narrowed = PatientFhir.Narrowed(query) };
            var page = await services.GetRequiredService<ListDischarges>().Run(call, filter, query.Count, query.PageToken, full: true, ct);
            return new FhirPage([.. page.Discharges.Select(services.GetRequiredService<DischargeFhir>().TellPerson)], page.NextPageToken);
        },
        PatientFhir.Extensions)
    { Coded = false };

    private Hl7.Fhir.Model.Patient TellPerson(DischargeStatus state) =>
        PatientFhir.Tell(words, state.Detail!.Patient, state.NhsNumber, state.NhsNumberStatus, state.Id, state.Etag, state.ChangedAt);
}
