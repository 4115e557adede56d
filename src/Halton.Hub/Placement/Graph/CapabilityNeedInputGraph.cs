using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>A capability that is needed.</summary>
public sealed class CapabilityNeedInputGraph
{
    /// <summary>Hub code system care-home-capability.</summary>
    public required CodingInputGraph Capability { get; init; }

    /// <summary>With bariatric: the person's weight in kilograms, 50 to 500; absent with all others.</summary>
    public int? Kilograms { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessment.Capability Read() => new(Capability.Read(), Kilograms ?? 0);
}
