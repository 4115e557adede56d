using Halton.Hub.Access;
using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// What a slice serves through the FHIR door: one kind of record as resources of one type. Its doors stand in the access table as
/// <c>fhir/Type.read</c> and <c>fhir/Type.search</c>, with the kind behind the type where a type has several: <c>fhir/Task:bed-reservation.read</c>.
/// </summary>
/// <param name="Type">The FHIR type.</param>
/// <param name="Kind">What tells these resources from others of the type; empty when there are no others.</param>
/// <param name="Meaning">What the resources are, in a sentence.</param>
/// <param name="Statuses">The hub's state behind each status that a search can ask for; several states can stand behind one.</param>
/// <param name="Identifiers">The identifier systems that a search can ask for.</param>
/// <param name="Read">Reads one by its id.</param>
/// <param name="Search">Reads a page.</param>
/// <param name="Extensions">The extensions that the resources can carry.</param>
public sealed record FhirSource(
    string Type,
    string Kind,
    string Meaning,
    IReadOnlyList<string> Statuses,
    IReadOnlyList<string> Identifiers,
    Func<Call, string, CancellationToken, Task<Resource>> Read,
    Func<Call, FhirQuery, CancellationToken, Task<FhirPage>> Search,
    IReadOnlyList<HubExtension> Extensions)
{
    /// <summary>Whether the kind is the resources' code, by which a search can ask for it.</summary>
    public bool Coded { get; init; } = Kind.Length > 0;

    /// <summary>The door of an interaction, <c>read</c> or <c>search</c>.</summary>
    public string Door(string interaction) => $"fhir/{Type}{(Kind.Length > 0 ? ":" + Kind : "")}.{interaction}";
}
