using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Placement.Assessments;

namespace Halton.Hub.Placement.Matching;

/// <summary>What homes are compared with.</summary>
internal sealed record Wanted
{
    /// <summary>What a person needs.</summary>
    public required AssessedNeeds Needs { get; init; }

    /// <summary>What a person wishes.</summary>
    public required AssessedPreferences Preferences { get; init; }

    /// <summary>The most that a week may cost, in pence; null for no limit.</summary>
    public long? WeeklyLimitPence { get; init; }

    /// <summary>Where the wished location is, in the three dimensions of the globe; null without one.</summary>
    public double[]? Near { get; init; }

    /// <summary>Code of the council that would place; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>GSS code of the council's area.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the assessors who need an agreement; null where none are involved.</summary>
    public string? Assessor { get; init; }

    /// <summary>Today in London.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How old numbers may be.</summary>
    public required FreshnessPolicy Freshness { get; init; }

    /// <summary>The competencies that the needs ask for.</summary>
    public required IReadOnlyList<string> Competencies { get; init; }

    /// <summary>Whether a home that is not in the council's area needs no validation, as when only homes inside are asked for.</summary>
    public bool InsideOnly { get; init; }

    /// <summary>Metres from the wished location; null without one, or when the home's place is not known.</summary>
    public double? MetresTo(IndexedHome home)
    {
        if (Near is not { } near || home.Place is not { } place)
        {
            return null;
        }

        var (x, y, z) = (near[0] - place[0], near[1] - place[1], near[2] - place[2]);
        return CareHomes.Homes.Globe.Metres(Math.Sqrt((x * x) + (y * y) + (z * z)));
    }

    /// <summary>The home's beds of the kind; null when it has none.</summary>
    public IndexedBeds? BedsOf(IndexedHome home)
    {
        foreach (var beds in home.Beds)
        {
            if (beds.Kind == Needs.BedType)
            {
                return beds;
            }
        }

        return null;
    }
}
