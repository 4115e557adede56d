using Halton.Hub.Foundation;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// A message Bundle in the shape of the NHS Booking and Referral Standard, judged by its rules: header, cardinalities, workflow. Broken rules are named
/// <c>bars-header</c>, <c>bars-cardinality</c>, <c>bars-workflow</c>, <c>bars-version</c> and <c>bars-reference</c>. Aligned with the standard, not assured against it.
/// </summary>
public sealed class FhirMessage
{
    /// <summary>The events.</summary>
    public const string Events = "https://fhir.nhs.uk/CodeSystem/message-events-bars";

    /// <summary>The reasons.</summary>
    public const string Reasons = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";

    /// <summary>Whether a request is a referral or a validation.</summary>
    public const string Categories = "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest";

    /// <summary>Something is asked.</summary>
    public const string Request = "servicerequest-request";

    /// <summary>Something is answered.</summary>
    public const string Response = "servicerequest-response";

    private const string HeaderRule = "bars-header";
    private const string Workflow = "bars-workflow";
    private const string Referring = "bars-reference";
    private static readonly HashSet<string> KnownEvents = [Request, Response, "booking-request", "booking-response"];
    private readonly Dictionary<string, Resource> byUrl;

    private FhirMessage(Bundle bundle, MessageHeader header, MessageKind kind, ServiceRequest asked, Dictionary<string, Resource> byUrl)
    {
        (Bundle, Header, Kind, Asked, this.byUrl) = (bundle, header, kind, asked, byUrl);
    }

    /// <summary>The bundle.</summary>
    public Bundle Bundle { get; }

    /// <summary>Its header.</summary>
    public MessageHeader Header { get; }

    /// <summary>What it is.</summary>
    public MessageKind Kind { get; }

    /// <summary>What it is about.</summary>
    public ServiceRequest Asked { get; }

    /// <summary>The code of the event.</summary>
    public string Event => ((Hl7.Fhir.Model.Coding)Header.Event!).Code!;

    /// <summary>The resources of one type.</summary>
    public IEnumerable<T> All<T>()
        where T : Resource => Bundle.Entry.Select(e => e.Resource).OfType<T>();

    /// <summary>What a reference points to in the bundle; null when nothing.</summary>
    public Resource? Find(ResourceReference? reference) => reference?.Reference is { } url ? byUrl.GetValueOrDefault(url) : null;

    /// <summary>Judges a resource that was read strictly.</summary>
    public static FhirMessage Judge(Resource resource)
    {
        if (resource is not Bundle { Type: Bundle.BundleType.Message } bundle)
        {
            throw Fault.Invalid("Bundle.type", "NOT_A_MESSAGE", "Send a Bundle of type message.");
        }

        var check = new FieldChecks();
        Versioned(check, bundle);
        check.That(bundle.Timestamp is not null, "Bundle.timestamp", "REQUIRED", "A moment is required.");
        check.That(bundle.Entry.Count > 0 && bundle.Entry.TrueForAll(e => e.Resource is not null && !string.IsNullOrEmpty(e.FullUrl)), "Bundle.entry", HeaderRule, "Each entry has a fullUrl and a resource.");
        check.Settle();
        var byUrl = bundle.Entry.GroupBy(e => e.FullUrl!).ToDictionary(same => same.Key, same => same.First().Resource!);
        check.That(byUrl.Count == bundle.Entry.Count, "Bundle.entry", HeaderRule, "No fullUrl stands twice.");
        var header = bundle.Entry[0].Resource as MessageHeader ?? throw Fault.Invalid("Bundle.entry[0]", HeaderRule, "The first entry is the MessageHeader.");
        var (happened, why) = Said(header);
        Addressed(check, header, byUrl);
        var asked = header.Focus.Select(f => f.Reference is { } url ? byUrl.GetValueOrDefault(url) : null).OfType<ServiceRequest>().FirstOrDefault();
        check.That(asked is not null, "MessageHeader.focus", Referring, "The focus is the ServiceRequest of the bundle.");
        check.Settle();
        var validation = asked!.Category.SelectMany(c => c.Coding).Any(c => c.System == Categories && c.Code == "validation");
        var kind = KindOf(happened, why, asked, validation);
        MessageShape.Check(check, bundle, kind, validation);
        Workable(check, bundle, asked, kind, validation);
        if (happened == Response)
        {
            check.That(header.Response is { Identifier.Length: > 0, Code: MessageHeader.ResponseType.Ok }, "MessageHeader.response", HeaderRule, "An answer names the message that it answers, with code ok.");
        }

        check.Settle();
        return new FhirMessage(bundle, header, kind, asked, byUrl);
    }

    private static void Versioned(FieldChecks check, Bundle bundle)
    {
        var version = bundle.Meta?.VersionId;
        check.That(!string.IsNullOrEmpty(version), "Bundle.meta.versionId", "bars-version", "The version of the standard is required.");
        if (!string.IsNullOrEmpty(version) && version.Split('.')[0] != "1")
        {
            throw new Fault(FaultKind.OutOfRange, FhirOutcome.VersionNotSupported, "The hub speaks version 1 of the standard.");
        }
    }

    private static (string Event, string Reason) Said(MessageHeader header)
    {
        var happened = header.Event as Hl7.Fhir.Model.Coding;
        if (happened?.System != Events || happened.Code is null || !KnownEvents.Contains(happened.Code))
        {
            throw Fault.Invalid("MessageHeader.eventCoding", "CODE_UNKNOWN", $"One of {string.Join(", ", KnownEvents)} of {Events}.");
        }

        if (happened.Code is not (Request or Response))
        {
            throw new Fault(FaultKind.Unimplemented, "MESSAGE_NOT_SUPPORTED", "The hub takes referrals and answers to them, no bookings.");
        }

        var reason = header.Reason?.Coding.Find(c => c.System == Reasons)?.Code;
        return reason is "new" or "update" or "delete"
            ? (happened.Code, reason)
            : throw Fault.Invalid("MessageHeader.reason", "CODE_UNKNOWN", $"One of new, update, delete of {Reasons}.");
    }

    private static void Addressed(FieldChecks check, MessageHeader header, Dictionary<string, Resource> byUrl)
    {
        check.That(header.Destination.Count > 0, "MessageHeader.destination", HeaderRule, "A destination is required.");
        for (var i = 0; i < header.Destination.Count; i++)
        {
            check.That(Found(header.Destination[i].Receiver) is not null, $"MessageHeader.destination[{i}].receiver", Referring, "It refers to a resource of the bundle.");
        }

        check.That(Found(header.Sender) is Organization, "MessageHeader.sender", Referring, "It refers to an Organization of the bundle.");
        check.That(!string.IsNullOrEmpty(header.Source?.Endpoint), "MessageHeader.source.endpoint", HeaderRule, "Where answers go is required.");

        Resource? Found(ResourceReference? reference) => reference?.Reference is { } url ? byUrl.GetValueOrDefault(url) : null;
    }

    // The standard's text says that a cancellation is an update, its table that it is a delete: both are taken.
    private static MessageKind KindOf(string happened, string reason, ServiceRequest asked, bool validation)
    {
        var ended = asked.Status is RequestStatus.Revoked or RequestStatus.EnteredInError;
        return (happened, reason) switch
        {
            (Request, "new") => validation ? MessageKind.NewValidation : MessageKind.NewReferral,
            (Request, _) => ended || reason == "delete" ? MessageKind.Cancel : MessageKind.Update,
            _ => ended ? MessageKind.Rejected : asked.Status == RequestStatus.Completed ? MessageKind.Final : MessageKind.Interim,
        };
    }

    private static void Workable(FieldChecks check, Bundle bundle, ServiceRequest asked, MessageKind kind, bool validation)
    {
        check.That(asked.Intent == RequestIntent.Plan, "ServiceRequest.intent", Workflow, "The intent is plan.");
        check.That(asked.Category.Count == 1, "ServiceRequest.category", Workflow, "One category is required.");
        var encounters = bundle.Entry.Select(e => e.Resource).OfType<Encounter>().Select(e => e.Status).ToList();
        var plans = bundle.Entry.Select(e => e.Resource).OfType<CarePlan>().Select(p => p.Status).ToList();
        var fits = (kind, asked.Status) switch
        {
            (MessageKind.NewReferral or MessageKind.NewValidation or MessageKind.Interim, RequestStatus.Active) => true,
            (MessageKind.Update, RequestStatus.Active or RequestStatus.OnHold) => true,
            (MessageKind.Cancel or MessageKind.Rejected, RequestStatus.Revoked or RequestStatus.EnteredInError) => true,
            (MessageKind.Final, RequestStatus.Completed) => true,
            _ => false,
        };
        check.That(fits, "ServiceRequest.status", Workflow, "The status does not fit the message.");
        switch (kind)
        {
            case MessageKind.NewReferral or MessageKind.NewValidation or MessageKind.Update:
                var (plan, states) = validation
                    ? (RequestStatus.Active, new[] { Encounter.EncounterStatus.Triaged, Encounter.EncounterStatus.InProgress })
                    : (RequestStatus.Completed, [Encounter.EncounterStatus.Triaged, Encounter.EncounterStatus.Finished]);
                check.That(plans.TrueForAll(p => p == plan), "CarePlan.status", Workflow, $"The care plan is {plan.ToString().ToLowerInvariant()}.");
                check.That(encounters.TrueForAll(e => e is { } status && states.Contains(status)), "Encounter.status", Workflow, $"One of {string.Join(", ", states)}.");
                var period = asked.Occurrence as Period;
                check.That(!validation || period is { Start: not null, End: not null }, "ServiceRequest.occurrencePeriod", Workflow, "A validation has a period that ends with the breach time.");
                check.That(validation || asked.AuthoredOn is not null, "ServiceRequest.authoredOn", Workflow, "When a referral was made is required.");
                break;
            case MessageKind.Interim:
                check.That(encounters.Contains(Encounter.EncounterStatus.InProgress), "Encounter.status", Workflow, "One encounter is in progress.");
                break;
            case MessageKind.Final:
                check.That(encounters.Exists(e => e is Encounter.EncounterStatus.Triaged or Encounter.EncounterStatus.Finished), "Encounter.status", Workflow, "One encounter is triaged or finished.");
                break;
            case MessageKind.Rejected:
                check.That(encounters.Exists(e => e is Encounter.EncounterStatus.Triaged or Encounter.EncounterStatus.Cancelled), "Encounter.status", Workflow, "One encounter is triaged or cancelled.");
                break;
            default:
                break;
        }
    }
}
