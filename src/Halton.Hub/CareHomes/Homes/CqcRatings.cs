namespace Halton.Hub.CareHomes.Homes;

/// <summary>CQC ratings as the hub's codes, and how they compare. A rating that is not known is worse than none: it is never taken for good.</summary>
public static class CqcRatings
{
    /// <summary>Nothing is known.</summary>
    public const string Unknown = "unknown";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Outstanding"] = "outstanding",
        ["Good"] = "good",
        ["Requires improvement"] = "requires-improvement",
        ["Inadequate"] = "inadequate",
        ["Inspected but not rated"] = "not-rated",
        ["No published rating"] = "not-rated",
        ["No Approved Rating"] = "not-rated",
        ["Insufficient evidence to rate"] = "insufficient-evidence",
        ["Evidence requirements partially scored"] = "insufficient-evidence",
        ["Evidence requirements not yet scored"] = "insufficient-evidence",
    };

    private static readonly string[] WorstFirst = ["inadequate", "requires-improvement", "good", "outstanding"];

    /// <summary>The code for CQC's words; words that are not in CQC's list, and none at all, are unknown.</summary>
    public static string Of(string? words) => words is not null && Codes.TryGetValue(words.Trim(), out var code) ? code : Unknown;

    /// <summary>Whether it is one of the four ratings.</summary>
    public static bool IsRating(string code) => Array.IndexOf(WorstFirst, code) >= 0;

    /// <summary>Whether a change is for the worse: to a lower rating, or from a rating to none.</summary>
    public static bool IsDowngrade(string from, string to) => IsRating(from) && Array.IndexOf(WorstFirst, to) < Array.IndexOf(WorstFirst, from);
}
