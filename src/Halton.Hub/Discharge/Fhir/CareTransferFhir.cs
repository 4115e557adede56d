using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using FhirTask = Hl7.Fhir.Model.Task;

namespace Halton.Hub.Discharge.Fhir;

/// <summary>
/// The ward's referral to the care transfer hub: a ServiceRequest of the stay's id with every pathway decision, and a Task of the same id with everybody who was named to
/// arrange the discharge. They come back as the decisions and the workers.
/// </summary>
public sealed class CareTransferFhir(FhirWords words, CodeSystems codes)
{
    /// <summary>The code that tells these tasks from others.</summary>
    public const string Code = "care-transfer";

    /// <summary>The extensions that the ServiceRequest can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [SubjectFhir.NumberStatus, Decision];

    private static readonly HubExtension Decision = new("pathway-decision", "", "One decision on the discharge pathway, in order.", "ServiceRequest")
    {
        Parts =
        [
            new("id", "id", "Its id.", Required: true),
            new("pathway", "CodeableConcept", "The pathway.", Required: true),
            new("decided-at", "dateTime", "When.", Required: true),
            new("decided-by-role", "string", "Role of who decided.", Required: true),
            new("care-transfer-hub-referred", "boolean", "Whether the care transfer hub had the referral.", Required: true),
        ],
    };

    private static readonly HubExtension Worker = new("worker-allocation", "", "Somebody who was named to arrange the discharge, in order.", "Task")
    {
        Parts =
        [
            new("id", "id", "Its id.", Required: true),
            new("allocated-at", "dateTime", "When.", Required: true),
            new("organization", "Reference", "Whose worker it is.", Required: true),
            new("team", "string", "Team of the organisation."),
            new("role", "string", "Role of the worker.", Required: true),
            new("worker", "string", "The organisation's own reference of the worker, never a name."),
        ],
    };

    /// <summary>Tells what the ward asks; null when it has not referred.</summary>
    public ServiceRequest? Ask(DischargeStatus stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.CareTransferHubReferredAt is null)
        {
            return null;
        }

        var told = new ServiceRequest
        {
            Id = stay.Id.ToString(),
            Meta = FhirWords.Meta(stay.Etag, stay.ChangedAt),
            Status = stay.State switch { DischargeState.Discharged => RequestStatus.Completed, DischargeState.Cancelled => RequestStatus.Revoked, _ => RequestStatus.Active },
            Intent = RequestIntent.Order,
            Category = [new CodeableConcept { Text = "Care transfer" }],
            Code = words.Concept(DischargeCodes.Pathway, stay.Pathway),
            Subject = SubjectFhir.Tell(words, stay.NhsNumber, stay.NhsNumberStatus, stay.Id),
            Encounter = FhirWords.To("Encounter", stay.Id),
            AuthoredOnElement = FhirWords.Moment(stay.CareTransferHubReferredAt),
            Occurrence = stay.AssessmentDueAt is { } due && due > stay.CareTransferHubReferredAt ? new Period { StartElement = FhirWords.Moment(stay.CareTransferHubReferredAt), EndElement = FhirWords.Moment(due) } : null,
            Requester = FhirWords.ByIdentifier("Organization", FhirNames.OdsOrganization, stay.Trust),
        };
        foreach (var d in stay.Detail!.PathwayDecisions)
        {
            Decision.PutParts(
                told,
                ("id", new Id(d.Id.ToString())),
                ("pathway", words.Concept(DischargeCodes.Pathway, d.Pathway)),
                ("decided-at", FhirWords.Moment(d.DecidedAt)),
                ("decided-by-role", new FhirString(d.DecidedByRole)),
                ("care-transfer-hub-referred", new FhirBoolean(d.CareTransferHubReferred)));
        }

        return told;
    }

    /// <summary>Tells what becomes of it; null when the ward has not referred.</summary>
    public FhirTask? Answer(DischargeStatus stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.CareTransferHubReferredAt is null)
        {
            return null;
        }

        var told = new FhirTask
        {
            Id = stay.Id.ToString(),
            Meta = FhirWords.Meta(stay.Etag, stay.ChangedAt),
            Status = Status(stay),
            Intent = FhirTask.TaskIntent.Order,
            Code = words.Concept(FhirNames.TaskKind, Code),
            Focus = FhirWords.To("ServiceRequest", stay.Id),
            For = FhirWords.Patient(stay.NhsNumber),
            Encounter = FhirWords.To("Encounter", stay.Id),
            AuthoredOnElement = FhirWords.Moment(stay.CareTransferHubReferredAt),
            LastModifiedElement = FhirWords.Moment(stay.ChangedAt),
            ExecutionPeriod = stay.AssessmentStartedAt is null ? null : new Period { StartElement = FhirWords.Moment(stay.AssessmentStartedAt) },
            Requester = FhirWords.ByIdentifier("Organization", FhirNames.OdsOrganization, stay.Trust),
            Owner = FhirWords.Organization(stay.Worker?.Organization),
        };
        foreach (var a in stay.Detail!.Allocations)
        {
            Worker.PutParts(
                told,
                ("id", new Id(a.Id.ToString())),
                ("allocated-at", FhirWords.Moment(a.AllocatedAt)),
                ("organization", FhirWords.Organization(a.Organization)),
                ("team", a.Team is null ? null : new FhirString(a.Team)),
                ("role", new FhirString(a.Role)),
                ("worker", a.Worker is null ? null : new FhirString(a.Worker)));
        }

        return told;
    }

    /// <summary>Reads the decisions back. Faults name the element.</summary>
    public IReadOnlyList<PathwayDecision> Take(ServiceRequest from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredOnElement));
        var stay = taking.Id(from.Id, "id");
        List<PathwayDecision> all =
        [
            .. Decision.All(from).Select((d, i) => new PathwayDecision
            {
                Id = taking.Id(HubExtension.Part<Id>(d, "id")?.Value, At(Decision, i, "id")),
                StayId = stay,
                Pathway = taking.Code(HubExtension.Part<CodeableConcept>(d, "pathway"), DischargeCodes.Pathway, At(Decision, i, "pathway"), required: true)!,
                DecidedAt = taking.Moment(HubExtension.Part<FhirDateTime>(d, "decided-at"), At(Decision, i, "decided-at"), required: true) ?? default,
                DecidedByRole = check.Text(HubExtension.Part<FhirString>(d, "decided-by-role")?.Value, At(Decision, i, "decided-by-role"), 60),
                CareTransferHubReferred = taking.Required(HubExtension.Part<FhirBoolean>(d, "care-transfer-hub-referred")?.Value, At(Decision, i, "care-transfer-hub-referred")) ?? default,
            }),
        ];
        check.Settle();
        return all;
    }

    /// <summary>Reads the workers back. Faults name the element.</summary>
    public IReadOnlyList<WorkerAllocation> Take(FhirTask from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var check = new FieldChecks();
        var taking = new FhirTaking(codes, check, FhirTaking.DayOf(from.AuthoredOnElement));
        taking.Kind(from, Code);
        var stay = taking.Id(from.Id, "id");
        List<WorkerAllocation> all =
        [
            .. Worker.All(from).Select((a, i) => new WorkerAllocation
            {
                Id = taking.Id(HubExtension.Part<Id>(a, "id")?.Value, At(Worker, i, "id")),
                StayId = stay,
                AllocatedAt = taking.Moment(HubExtension.Part<FhirDateTime>(a, "allocated-at"), At(Worker, i, "allocated-at"), required: true) ?? default,
                Organization = taking.Identifier(HubExtension.Part<ResourceReference>(a, "organization"), FhirNames.Organization, At(Worker, i, "organization"), required: true)!,
                Team = check.OptionalText(HubExtension.Part<FhirString>(a, "team")?.Value, At(Worker, i, "team"), 100),
                Role = check.Text(HubExtension.Part<FhirString>(a, "role")?.Value, At(Worker, i, "role"), 60),
                Worker = check.OptionalText(HubExtension.Part<FhirString>(a, "worker")?.Value, At(Worker, i, "worker"), 50),
            }),
        ];
        check.Settle();
        return all;
    }

    /// <summary>How the FHIR door finds what wards ask.</summary>
    internal static FhirSource Asks(IServiceProvider services) => Source(
        services, "ServiceRequest", "Wards' referrals to the care transfer hub.", ["active", "completed", "revoked"], coded: false, (fhir, stay) => fhir.Ask(stay), Extensions);

    /// <summary>How the FHIR door finds what becomes of it.</summary>
    internal static FhirSource Answers(IServiceProvider services) => Source(
        services, "Task", "What becomes of wards' referrals to the care transfer hub.", ["requested", "accepted", "in-progress", "completed", "cancelled"], coded: true, (fhir, stay) => fhir.Answer(stay), [Worker]);

    private static FhirSource Source(
        IServiceProvider services, string type, string meaning, IReadOnlyList<string> statuses, bool coded, Func<CareTransferFhir, DischargeStatus, Resource?> tell, IReadOnlyList<HubExtension> extensions) => new(
        type,
        Code,
        meaning,
        statuses,
        [],
        async (call, id, ct) => tell(services.GetRequiredService<CareTransferFhir>(), await services.GetRequiredService<GetDischargeStatus>().Run(call, null, id, full: true, ct)) ?? throw DischargeFaults.NotFound(),
        async (call, query, ct) =>
        {
            var filter = new DischargeFilter { States = Enum.GetValues<DischargeState>(), Referred = true, Narrowed = query.Narrowed };
            var page = await services.GetRequiredService<ListDischarges>().Run(call, filter, query.Count, query.PageToken, full: true, ct);
            var told = page.Discharges.Select(stay => tell(services.GetRequiredService<CareTransferFhir>(), stay)!);
            return new FhirPage([.. told.Where(one => query.Statuses.Count == 0 || query.Statuses.Contains(StatusOf(one)))], page.NextPageToken);
        },
        extensions)
        { Coded = coded };

    private static string StatusOf(Resource resource) => Hl7.Fhir.Utility.EnumUtility.GetLiteral(resource is FhirTask task ? task.Status!.Value : ((ServiceRequest)resource).Status!.Value);

    private static FhirTask.TaskStatus Status(DischargeStatus stay) => stay switch
    {
        { State: DischargeState.Discharged } => FhirTask.TaskStatus.Completed,
        { State: DischargeState.Cancelled } => FhirTask.TaskStatus.Cancelled,
        { AssessmentStartedAt: not null } => FhirTask.TaskStatus.InProgress,
        { AllocatedAt: not null } => FhirTask.TaskStatus.Accepted,
        _ => FhirTask.TaskStatus.Requested,
    };

    private static string At(HubExtension kind, int i, string name) => $"extension({kind.Name})[{i}].extension({name})";
}
