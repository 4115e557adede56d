using Hl7.Fhir.Model;

namespace Halton.Hub.Discharge.Fhir;

/// <summary>A part of a stay's history that is a resource of its own.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it happened.</param>
/// <param name="Status">Its FHIR status.</param>
/// <param name="Tell">Tells it.</param>
internal sealed record StayPartFhir(Guid Id, DateTimeOffset At, string Status, Func<Resource> Tell);
