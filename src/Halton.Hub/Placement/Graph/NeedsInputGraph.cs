using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a person needs of a home.</summary>
public sealed class NeedsInputGraph
{
    /// <summary>The kind of bed, hub code system bed-type.</summary>
    public required CodingInputGraph BedType { get; init; }

    /// <summary>What the home must be able to do beyond, each once.</summary>
    public IReadOnlyList<CapabilityNeedInputGraph> Capabilities { get; init; } = [];

    /// <summary>What the home must look out for, at most 11, each once.</summary>
    public IReadOnlyList<RiskInputGraph> Risks { get; init; } = [];

    /// <summary>Hub code system infection-status.</summary>
    public required CodingInputGraph Infection { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessment.Needs Read() => new(BedType.Read(), [.. Capabilities.Select(c => c.Read())], [.. Risks.Select(r => r.Read())], Infection.Read());
}
