using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Tests.Placement;

/// <summary>The comparison of homes once more, in the plainest words: what the rules of the design say, filtered and sorted by LINQ.</summary>
internal static class MatchOracle
{
    /// <summary>All that fit, with their scores in order, and all that do not, nearest first, with the names of the reasons.</summary>
    public static (List<(string Location, double Score)> Matches, List<string> Excluded) Of(IEnumerable<IndexedHome> homes, Wanted w, MatchWeights weights)
    {
        var judged = homes.Select(h => (Home: h, Way: Way(h, w), Reasons: Reasons(h, w).ToList())).ToList();
        return (
            [.. judged.Where(j => j.Reasons.Count == 0).Select(j => (j.Home.LocationId, Score: Score(j.Home, j.Way, w, weights), j.Way))
                .OrderByDescending(j => j.Score).ThenBy(j => j.Way ?? double.MaxValue).ThenBy(j => j.LocationId, StringComparer.Ordinal).Select(j => (j.LocationId, j.Score))],
            [.. judged.Where(j => j.Reasons.Count > 0).OrderBy(j => j.Way ?? double.MaxValue).ThenBy(j => j.Home.LocationId, StringComparer.Ordinal)
                .Select(j => $"{j.Home.LocationId} {string.Join(' ', j.Reasons)}")]);
    }

    private static double? Way(IndexedHome h, Wanted w) => w.Near is null || h.Place is null
        ? null
        : 2 * 6_371_008.8 * Math.Asin(Math.Min(1, Math.Sqrt(h.Place.Zip(w.Near, (a, b) => (b - a) * (b - a)).Aggregate((x, y) => x + y)) / (2 * 6_371_008.8)));

    private static IEnumerable<string> Reasons(IndexedHome h, Wanted w)
    {
        var kind = h.Beds.SingleOrDefault(b => b.Kind == w.Needs.BedType);
        var known = h.AsOf >= w.Now.AddDays(-7);
        var current = h.Agreements.Where(a => a.Assessor == w.Assessor && a.From <= w.Today && (a.Until ?? DateOnly.MaxValue) >= w.Today).ToList();
        var able = w.Needs.Capabilities.All(n => h.Capabilities.Any(c => c.Code == n.Code && (n.Kilograms is null || c.MaxKg >= n.Kilograms)))
            && (w.Needs.Infection == "none" || h.Capabilities.Any(c => c.Code == "isolation-room"));
        (string Reason, bool Holds)[] all =
        [
            ("NOT_OPEN", !h.Open),
            ("BED_TYPE_NOT_REGISTERED", w.Needs.BedType.EndsWith("nursing", StringComparison.Ordinal) && !h.Nursing),
            ("BED_TYPE_NOT_DECLARED", !(kind?.Declared ?? false)),
            ("CAPACITY_UNKNOWN", !known),
            ("NOT_ACCEPTING", known && h.Accepting != true),
            ("NO_BED_AVAILABLE", known && h.Accepting == true && (kind?.Available ?? 0) == 0),
            ("SANCTIONED", h.Stops.Any(s => s.From <= w.Today && w.Today < (s.Until ?? DateOnly.MaxValue))),
            ("NOT_VALIDATED", h.LocalAuthority != w.Area && !h.Valid.Any(v => v.Council == w.Council && v.Until >= w.Today)),
            ("CAPABILITY_MISSING", !able),
            ("NO_AGREEMENT", current.Count == 0),
            ("NOT_COVERED", current.Count > 0 && !current.Any(a => w.Competencies.All(c => a.Competencies.Contains(c) || (c == "residential" && a.Competencies.Contains("nursing"))))),
            ("TOO_FAR", w.Preferences.FarthestMetres is { } most && (Way(h, w) ?? double.MaxValue) > most),
        ];
        return all.Where(r => r.Holds).Select(r => r.Reason);
    }

    private static double Score(IndexedHome h, double? way, Wanted w, MatchWeights weights)
    {
        var kind = h.Beds.Single(b => b.Kind == w.Needs.BedType);
        var wish = w.Preferences.Homes.ToList().IndexOf(h.Id);
        var person = w.Preferences.NearWhom is "partner" or "family";
        double[] shares =
        [
            w.Near is null ? 0.5 : way is null ? 0 : Math.Max(0, 1 - (way.Value / (w.Preferences.FarthestMetres ?? 30_000))),
            h.AsOf >= w.Now.AddHours(-24) ? 1 : 0.5,
            h.Cqc == "outstanding" ? 1 : h.Cqc == "good" ? 0.8 : h.Cqc == "requires-improvement" ? 0.4 : h.Cqc == "inadequate" ? 0 : 0.5,
            h.Pamms == "excellent" ? 1 : h.Pamms == "good" ? 0.8 : h.Pamms == "requires-improvement" ? 0.4 : h.Pamms == "poor" ? 0 : 0.5,
            h.LocalAuthority == w.Area ? 1 : w.Preferences.InBorough ? 0 : 0.5,
            wish < 0 ? 0 : 1 - (0.2 * wish),
            w.Preferences.LivedAt == h.Id ? 1 : w.Near is not null && person ? (way is null ? 0 : Math.Max(0, 1 - (way.Value / 10_000))) : 0.5,
            w.WeeklyLimitPence is not { } limit ? 1 : kind.PricePence is not { } price ? 0.5 : price <= limit ? 1 : Math.Max(0, 1 - (5.0 * (price - limit) / limit)),
        ];
        double[] points = [weights.Distance, weights.Freshness, weights.Cqc, weights.Pamms, weights.InBorough, weights.Preference, weights.Continuity, weights.Price];
        return Math.Round(shares.Zip(points, (share, of) => Math.Round(share * of, 1)).Sum(), 1);
    }
}
