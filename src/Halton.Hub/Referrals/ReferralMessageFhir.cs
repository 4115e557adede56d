using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using HubCoding = Halton.Hub.Foundation.Coding;

namespace Halton.Hub.Referrals;

/// <summary>
/// Messages about referrals, in the shape of the NHS Booking and Referral Standard, turned into the operations that every other door calls: a new
/// referral or validation, its update or cancellation, and a service's answers.
/// </summary>
public sealed class ReferralMessageFhir(
    CreateReferral create, AmendReferral amend, CancelReferral cancel, RespondToReferral respond, CareRules rules, ReferralFhir asks)
{
    /// <summary>Why a referral is cancelled; without it a cancellation is other (13), and one sent in error 12.</summary>
    public static readonly HubExtension CancelReason = new("referral-cancel-reason", "CodeableConcept", "Why a referral is cancelled.", "ServiceRequest");

    private const string SentInError = "12";
    private static readonly HashSet<string> Events = [FhirMessage.Request, FhirMessage.Response];

    /// <summary>How the FHIR door hands messages over.</summary>
    internal static MessageTaker Taker(IServiceProvider services) => new(
        Events,
        kind => kind switch
        {
            MessageKind.NewReferral or MessageKind.NewValidation => "fhir/$process-message.new",
            MessageKind.Update => "fhir/$process-message.update",
            MessageKind.Cancel => "fhir/$process-message.cancel",
            _ => "fhir/$process-message.response",
        },
        (call, message, ids, ct) => services.GetRequiredService<ReferralMessageFhir>().Take(call, message, ids, ct));

    private async Task<IReadOnlyList<Resource>> Take(Call call, FhirMessage message, MessageIds ids, CancellationToken ct)
    {
        var received = new ReceivedMessage
        {
            Org = call.Organization,
            RequestId = ids.RequestId,
            CorrelationId = ids.CorrelationId,
            BundleId = message.Bundle.Id ?? "",
            Kind = message.Kind switch { MessageKind.NewReferral => "new-referral", MessageKind.NewValidation => "new-validation", _ => message.Kind.ToString().ToLowerInvariant() },
        };
        var state = await Do(call, message, ids, received, ct);
        if (!received.Kept)
        {
            throw new Fault(FaultKind.AlreadyExists, FhirOutcome.AlreadyProcessed, "This message was processed before. Take it for success.");
        }

        return [asks.Tell(state), asks.TellPerson(state)];
    }

    private Task<ReferralState> Do(Call call, FhirMessage message, MessageIds ids, ReceivedMessage received, CancellationToken ct) => message.Kind switch
    {
        MessageKind.NewReferral or MessageKind.NewValidation => create.Run(call, New(message, ids), ct, received),
        MessageKind.Update => amend.Run(call, Update(message, ids), ct, received),
        MessageKind.Cancel => cancel.Run(call, Cancel(message, ids), ct, received),
        _ => respond.Run(call, Answer(message, ids), received, ct),
    };

    private CreateReferral.Request New(FhirMessage message, MessageIds ids)
    {
        var asked = message.Asked;
        if (message.Find(asked.Subject) is not Patient person)
        {
            throw Fault.Invalid("ServiceRequest.subject", "bars-reference", "It refers to the Patient of the bundle.");
        }

        var (patient, number, status) = PatientFhir.Take(person);
        var service = Service(message, ids);
        var tier = Tier(asked, service);
        return new CreateReferral.Request(
            ids.RequestId.ToString(),
            service.Code,
            null,
            patient,
            number,
            status,
            new HubCoding("", tier),
            Conditions(asked),
            [],
            Words(asked) ?? "",
            ReferralFhir.AgreedDay(asked),
            Moment(asked.AuthoredOnElement),
            (asked.Occurrence as Period)?.EndElement is { } end ? Moment(end) : null);
    }

    private static AmendReferral.Request Update(FhirMessage message, MessageIds ids) => new(
        ids.RequestId.ToString(),
        Known(message.Asked),
        Conditions(message.Asked),
        Words(message.Asked),
        (message.Asked.Occurrence as Period)?.EndElement is { } end ? Moment(end) : null,
        Etag(message.Asked));

    private static CancelReferral.Request Cancel(FhirMessage message, MessageIds ids)
    {
        var given = CancelReason.Get<CodeableConcept>(message.Asked)?.Coding.FirstOrDefault();
        var reason = given is not null
            ? new HubCoding(given.System ?? "", given.Code ?? "")
            : new HubCoding("", message.Asked.Status == RequestStatus.EnteredInError ? SentInError : ReferralCodes.OtherCancellation);
        return new(ids.RequestId.ToString(), Known(message.Asked), reason, Words(message.Asked) ?? "Cancelled by message.", Etag(message.Asked));
    }

    private static RespondToReferral.Request Answer(FhirMessage message, MessageIds ids)
    {
        var encounters = message.All<Encounter>().ToList();
        var concepts = encounters.SelectMany(e => e.ReasonCode.Concat(e.Type).Append(e.Hospitalization?.DischargeDisposition)).OfType<CodeableConcept>().SelectMany(c => c.Coding).ToList();
        var seen = encounters.Find(e => e.Status is Encounter.EncounterStatus.InProgress or Encounter.EncounterStatus.Finished && e.Period?.StartElement is not null);
        return new(
            ids.RequestId.ToString(),
            Known(message.Asked),
            message.Kind switch { MessageKind.Interim => ReferralAnswer.Interim, MessageKind.Final => ReferralAnswer.Final, _ => ReferralAnswer.Rejected },
            Of(concepts, ReferralCodes.RejectionReason),
            Of(concepts, ReferralCodes.Outcome),
            Moment(seen?.Period?.StartElement),
            Words(message.Asked),
            Etag(message.Asked));
    }

    // The target's header, the service in the bundle, the address: the first that names a service of the hub.
    private CareService Service(FhirMessage message, MessageIds ids)
    {
        var named = new[] { ids.Target }
            .Concat(message.All<HealthcareService>().SelectMany(s => s.Identifier.Select(i => i.Value)))
            .Concat(message.Header.Destination.Select(d => d.Endpoint?.Split('|')[^1]));
        return named.OfType<string>().Select(code => rules.Latest.Services.GetValueOrDefault(code)).FirstOrDefault(s => s is not null) ?? throw ReferralFaults.ServiceNotFound();
    }

    // The hub's own code, or the fastest tier of the service that has the priority.
    private string Tier(ServiceRequest asked, CareService service)
    {
        if (asked.Category.SelectMany(c => c.Coding).FirstOrDefault(c => c.System == ReferralCodes.Tier)?.Code is { } code)
        {
            return code;
        }

        var priority = asked.Priority is { } given ? Hl7.Fhir.Utility.EnumUtility.GetLiteral(given) : null;
        return service.Tiers.Select(t => rules.Latest.Tiers.GetValueOrDefault(t)).OfType<CareTier>()
                .Where(t => t.Governs != CareTier.ByAgreedDay && (t.Priority == priority || (t.Priority == "stat" && priority == "asap")))
                .MinBy(t => t.ElapsedMinutes)?.Code
            ?? throw Fault.Invalid("ServiceRequest.priority", "REQUIRED", $"Say how fast: a code of {ReferralCodes.Tier} among the category's codes, or a priority that the service answers.");
    }

    private static List<HubCoding> Conditions(ServiceRequest asked) =>
        [.. asked.ReasonCode.SelectMany(c => c.Coding).Where(c => c.System == ReferralCodes.Condition).Select(c => new HubCoding(c.System!, c.Code ?? ""))];

    // What other code systems say is kept in words.
    private static string? Words(ServiceRequest asked)
    {
        var said = asked.Note.Select(n => n.Text)
            .Append(asked.PatientInstruction)
            .Concat(asked.ReasonCode.Where(c => !c.Coding.Exists(code => code.System == ReferralCodes.Condition)).Select(c => c.Text ?? c.Coding.FirstOrDefault()?.Display))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Distinct();
        var text = string.Join('\n', said);
        return text.Length == 0 ? null : text;
    }

    // The hub's id, when the sender has read what it speaks of; else the correlation tells.
    private static string? Known(ServiceRequest asked) => Guid.TryParseExact(asked.Id, "D", out _) && asked.Meta?.VersionId is not null ? asked.Id : null;

    private static string? Etag(ServiceRequest asked) => Known(asked) is null ? null : asked.Meta!.VersionId;

    private static DateTimeOffset? Moment(FhirDateTime? value) => value is not null && value.TryToDateTimeOffset(out var moment) ? moment.ToUniversalTime() : null;

    private static HubCoding? Of(IEnumerable<Hl7.Fhir.Model.Coding> codes, string system) =>
        codes.FirstOrDefault(c => c.System == system) is { } found ? new HubCoding(found.System!, found.Code ?? "") : null;
}
