using Halton.Hub.Access;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Who takes messages of one event.</summary>
/// <param name="Events">Codes of the events.</param>
/// <param name="Door">The door that a kind of message goes through, in the access table.</param>
/// <param name="Take">Does what the message says, once, and answers with what it is about: the resource in focus first.</param>
public sealed record MessageTaker(
    IReadOnlySet<string> Events,
    Func<MessageKind, string> Door,
    Func<Call, FhirMessage, MessageIds, CancellationToken, System.Threading.Tasks.Task<IReadOnlyList<Resource>>> Take);
