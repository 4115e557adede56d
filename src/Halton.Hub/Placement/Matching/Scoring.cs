using System.Globalization;
using Halton.Hub.CareHomes.Capacity;

namespace Halton.Hub.Placement.Matching;

/// <summary>The score of a home that fits: what speaks for it, part by part, out of 100.</summary>
internal static class Scoring
{
    private const double WithoutLimit = 30_000;
    private const double NearSomebody = 10_000;
    private const double Steep = 5;

    /// <summary>The sum of the parts, each rounded to a tenth.</summary>
    public static double Of(Wanted wanted, MatchWeights weights, IndexedHome home, double? metres) => Math.Round(
        Points(weights.Distance, Distance(wanted, metres)) + Points(weights.Freshness, Freshness(wanted, home)) + Points(weights.Cqc, Cqc(home)) + Points(weights.Pamms, Pamms(home))
            + Points(weights.InBorough, InBorough(wanted, home)) + Points(weights.Preference, Preference(wanted, home)) + Points(weights.Continuity, Continuity(wanted, home, metres))
            + Points(weights.Price, Price(wanted, home)),
        1);

    /// <summary>The parts, with words.</summary>
    public static IReadOnlyList<ScorePart> Parts(Wanted wanted, MatchWeights weights, IndexedHome home, double? metres) =>
    [
        Part("distance", weights.Distance, Distance(wanted, metres), metres is { } way ? $"{way / 1000:0.0} km from {Whom(wanted)}" : "no place to be near to, or the home's place is not known"),
        Part("freshness", weights.Freshness, Freshness(wanted, home), Freshness(wanted, home) < 1 ? "the home last said some days ago what is free" : "the home said within the last day what is free"),
        Part("cqc", weights.Cqc, Cqc(home), $"CQC rates the home {home.Cqc}"),
        Part("pamms", weights.Pamms, Pamms(home), home.Pamms is { } rating ? $"a council's quality assessment found {rating}" : "no council has assessed the quality"),
        Part("in-borough", weights.InBorough, InBorough(wanted, home), Inside(wanted, home) ? "in the borough" : "outside the borough"),
        Part("preference", weights.Preference, Preference(wanted, home), Choice(wanted, home) is >= 0 and var place ? $"choice number {place + 1}" : "not among the homes that were named"),
        Part("continuity", weights.Continuity, Continuity(wanted, home, metres), wanted.Preferences.LivedAt == home.Id ? "where the person lived before" : NearPerson(wanted) ? $"near {Whom(wanted)}" : "nothing speaks for or against"),
        Part("price", weights.Price, Price(wanted, home), Cost(wanted, home)),
    ];

    private static double Distance(Wanted wanted, double? metres) =>
        wanted.Near is null ? 0.5 : metres is { } way ? Math.Max(0, 1 - (way / (wanted.Preferences.FarthestMetres ?? WithoutLimit))) : 0;

    private static double Freshness(Wanted wanted, IndexedHome home) => wanted.Freshness.Of(home.AsOf, wanted.Now) == CareHomes.Capacity.Freshness.Fresh ? 1 : 0.5;

    private static double Cqc(IndexedHome home) => home.Cqc switch { "outstanding" => 1, "good" => 0.8, "requires-improvement" => 0.4, "inadequate" => 0, _ => 0.5 };

    private static double Pamms(IndexedHome home) => home.Pamms switch { "excellent" => 1, "good" => 0.8, "requires-improvement" => 0.4, "poor" => 0, _ => 0.5 };

    private static double InBorough(Wanted wanted, IndexedHome home) => Inside(wanted, home) ? 1 : wanted.Preferences.InBorough ? 0 : 0.5;

    private static bool Inside(Wanted wanted, IndexedHome home) => home.LocalAuthority is not null && home.LocalAuthority == wanted.Area;

    private static int Choice(Wanted wanted, IndexedHome home)
    {
        for (var i = 0; i < wanted.Preferences.Homes.Count; i++)
        {
            if (wanted.Preferences.Homes[i] == home.Id)
            {
                return i;
            }
        }

        return -1;
    }

    private static double Preference(Wanted wanted, IndexedHome home) => Choice(wanted, home) is >= 0 and var place ? 1 - (0.2 * place) : 0;

    private static bool NearPerson(Wanted wanted) => wanted.Near is not null && wanted.Preferences.NearWhom is "partner" or "family" or "friend" or "general-practice";

    private static double Continuity(Wanted wanted, IndexedHome home, double? metres) =>
        wanted.Preferences.LivedAt == home.Id ? 1 : wanted.Near is not null && NearPerson(wanted) ? metres is { } way ? Math.Max(0, 1 - (way / NearSomebody)) : 0 : 0.5;

    private static double Price(Wanted wanted, IndexedHome home) => (wanted.WeeklyLimitPence, wanted.BedsOf(home)?.PricePence) switch
    {
        (null, _) => 1,
        (_, null) => 0.5,
        ({ } limit, { } price) when price <= limit => 1,
        ({ } limit, { } price) => Math.Max(0, 1 - (Steep * (price - limit) / limit)),
    };

    private static string Cost(Wanted wanted, IndexedHome home) => (wanted.WeeklyLimitPence, wanted.BedsOf(home)?.PricePence) switch
    {
        (_, null) => "the home does not say what it costs",
        (null, { } price) => $"{Pounds(price)} a week",
        ({ } limit, { } price) when price <= limit => $"{Pounds(price)} a week, within what may be spent",
        ({ } limit, { } price) => $"{Pounds(price)} a week, {Pounds(price - limit)} more than may be spent",
    };

    private static string Pounds(long pence) => $"£{pence / 100m:0.00}";

    private static string Whom(Wanted wanted) => wanted.Preferences.NearWhom switch
    {
        "own-home" => "the person's own home",
        "partner" => "the partner's home",
        "family" => "the family's home",
        "friend" => "a friend's home",
        "general-practice" => "the general practice",
        _ => "the wished place",
    };

    private static double Points(double of, double share) => Math.Round(of * share, 1);

    private static ScorePart Part(string code, double of, double share, string words)
    {
        var points = Points(of, share);
        return new ScorePart(code, points, of, string.Create(CultureInfo.InvariantCulture, $"{words}: {points:0.#} of {of:0.#}"));
    }
}
