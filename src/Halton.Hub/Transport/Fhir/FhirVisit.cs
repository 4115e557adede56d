using Halton.Hub.Access;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Somebody at the FHIR door, and how far they have come.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Purpose">Purpose of use, HL7 v3 ActReason.</param>
/// <param name="TraceId">Finds the log lines and the trace of the call.</param>
public sealed record FhirVisit(Caller Caller, string Purpose, string TraceId)
{
    /// <summary>The latest call that was let in; what goes wrong in it is put on record as its.</summary>
    public Call? Call { get; set; }
}
