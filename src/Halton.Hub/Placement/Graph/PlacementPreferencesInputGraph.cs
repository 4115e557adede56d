using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a person wishes.</summary>
public sealed class PlacementPreferencesInputGraph
{
    /// <summary>Homes in the order of preference, by the hub's id or CQC location id, at most 5.</summary>
    public IReadOnlyList<string> CareHomes { get; init; } = [];

    /// <summary>A postcode, or its first half, to be near to.</summary>
    public string? Near { get; init; }

    /// <summary>Whose place that is, hub code system near-whom; required with near.</summary>
    public CodingInputGraph? NearWhom { get; init; }

    /// <summary>The farthest that a home may lie from there, in metres, 500 to 300,000; absent for no limit.</summary>
    public int? FarthestMetres { get; init; }

    /// <summary>Whether a home in the borough is preferred.</summary>
    public bool InBorough { get; init; }

    /// <summary>The home where the person lived before, by the hub's id or CQC location id.</summary>
    public string? LivedAt { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessment.Preferences Read() => new(CareHomes, Near, NearWhom?.Read(), FarthestMetres ?? 0, InBorough, LivedAt);
}
