using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a person wishes.</summary>
/// <param name="wished">What was found.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class PlacementPreferencesGraph(AssessedPreferences wished, PlacementWordsGraph words)
{
    /// <summary>Homes in the order of preference, by the hub's id.</summary>
    public IEnumerable<Guid> CareHomeIds => wished.Homes;

    /// <summary>A postcode, or its first half, to be near to.</summary>
    public string? Near => wished.Near;

    /// <summary>Whose place that is, hub code system near-whom.</summary>
    public CodingGraph? NearWhom => words.Code(PlacementCodes.NearWhom, wished.NearWhom);

    /// <summary>The farthest that a home may lie from there, in metres; absent for no limit.</summary>
    public int? FarthestMetres => wished.FarthestMetres;

    /// <summary>Whether a home in the borough is preferred.</summary>
    public bool InBorough => wished.InBorough;

    /// <summary>The home where the person lived before, by the hub's id.</summary>
    public Guid? LivedAtId => wished.LivedAt;
}
