using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>A risk.</summary>
public sealed class RiskInputGraph
{
    /// <summary>Hub code system assessment-risk.</summary>
    public required CodingInputGraph Risk { get; init; }

    /// <summary>What to know of it, at most 300 characters.</summary>
    public string? Detail { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessment.Risk Read() => new(Risk.Read(), Detail);
}
