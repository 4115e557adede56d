using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Tells discharges in the words of the care schema; codes get their wording here.</summary>
public sealed class DischargeWordsGraph(CodeSystems codes, TimeProvider clock)
{
    /// <summary>Tells a discharge.</summary>
    public DischargeGraph Tell(DischargeStatus status) => Tell(status, clock.Today());

    /// <summary>Tells a discharge, with days counted up to a day.</summary>
    public DischargeGraph Tell(DischargeStatus status, DateOnly today) => new(status, this, today);

    /// <summary>What a list says of a code besides its wording.</summary>
    internal string? Property(string system, string code, string name) => codes.Property(system, code, name);

    /// <summary>A code with its latest wording; null when there is none.</summary>
    public CodingGraph? Code(string system, string? code) => codes.Told(system, code);
}
