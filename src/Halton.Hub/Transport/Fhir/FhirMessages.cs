using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using Organization = Hl7.Fhir.Model.Organization;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// <c>$process-message</c>: takes a message, once, and answers with one. Each kind of message goes through the door of the operation behind it, with its
/// access, audit and faults. A repeat is MESSAGE_ALREADY_PROCESSED, or MESSAGE_STILL_PROCESSING while a node is at it.
/// </summary>
public sealed class FhirMessages(IEnumerable<MessageTaker> takers, AccessTable table, FhirExchange exchange, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly MessageTaker[] takers = [.. takers];

    /// <summary>Processes one message.</summary>
    /// <param name="visit">Who sends it; on return it knows the permitted call.</param>
    /// <param name="ids">What names it.</param>
    /// <param name="text">A Bundle as FHIR JSON.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Bundle> Process(FhirVisit visit, MessageIds ids, ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(ids);
        var message = FhirMessage.Judge(FhirJson.Read(text));
        var taker = takers.FirstOrDefault(t => t.Events.Contains(message.Event))
            ?? throw new Fault(FaultKind.Unimplemented, "MESSAGE_NOT_SUPPORTED", "The hub takes no such message.");
        var rule = table.Find(taker.Door(message.Kind));
        visit.Call = new Call(visit.Caller, rule, visit.Purpose, visit.TraceId) { TurnsTwinsAway = true };
        AccessTable.Demand(rule, visit.Caller, visit.Purpose);
        ids.DemandFrom(visit.Caller.Organization);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Longest);
            return Answer(message, await taker.Take(visit.Call, message, ids, limit.Token));
        }
        catch (Fault fault) when (fault.Reason == OneSave.StillRunning)
        {
            throw Fault.Retry(FaultKind.Unavailable, FhirOutcome.StillProcessing, "This message is being processed. Ask again.", TimeSpan.FromSeconds(1));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Fault.Retry(FaultKind.Unavailable, FhirOutcome.TimedOut, "The message took longer than 5 seconds. Send it again with the same ids.", TimeSpan.FromSeconds(1));
        }
    }

    private Bundle Answer(FhirMessage to, IReadOnlyList<Resource> about)
    {
        var (receiver, sender) = (Party(to.Header.Sender, to), Party(to.Header.Destination[0].Receiver, to));
        var now = clock.GetUtcNow();
        var header = new MessageHeader
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Event = new Hl7.Fhir.Model.Coding(FhirMessage.Events, FhirMessage.Response),
            Reason = new CodeableConcept(FhirMessage.Reasons, "new"),
            Destination = [new() { Endpoint = to.Header.Source!.Endpoint, Receiver = new ResourceReference(Url(receiver)) }],
            Sender = new ResourceReference(Url(sender)),
            Source = new() { Name = "Halton.Hub", Software = "Halton.Hub", Endpoint = exchange.Base + "/$process-message" },
            Response = new() { Identifier = to.Bundle.Id ?? to.Header.Id ?? "unnamed", Code = MessageHeader.ResponseType.Ok },
            Focus = [new ResourceReference(Served(about[0]))],
        };
        return new Bundle
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Meta = new Meta { VersionId = to.Bundle.Meta!.VersionId, LastUpdated = now },
            Type = Bundle.BundleType.Message,
            Timestamp = now,
            Entry =
            [
                .. new Resource[] { header, sender, receiver }.Select(r => new Bundle.EntryComponent { FullUrl = Url(r), Resource = r }),
                .. about.Select(r => new Bundle.EntryComponent { FullUrl = Served(r), Resource = r }),
            ],
        };
    }

    // The parties as they were named, and no more of them than that.
    private static Organization Party(ResourceReference? reference, FhirMessage message) => message.Find(reference) is Organization named
        ? new Organization { Id = Guid.CreateVersion7().ToString(), Identifier = named.Identifier, Name = named.Name ?? "unnamed" }
        : new Organization { Id = Guid.CreateVersion7().ToString(), Name = "unnamed" };

    private static string Url(Resource resource) => $"urn:uuid:{resource.Id}";

    // The hub's own resources lie where the door serves them, so that their references find one another.
    private string Served(Resource resource) => $"{exchange.Base}/{resource.TypeName}/{resource.Id}";
}
