using Hl7.Fhir.Model;

namespace Halton.Hub.Transport.Fhir;

/// <summary>A page of a search.</summary>
/// <param name="Resources">The resources.</param>
/// <param name="NextPageToken">Asks for the next page; empty at the last.</param>
public sealed record FhirPage(IReadOnlyList<Resource> Resources, string NextPageToken);
