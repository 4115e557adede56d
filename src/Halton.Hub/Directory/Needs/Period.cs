using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Needs;

/// <summary>The days that something is counted over. Faults: REQUIRED, NOT_A_DATE, TO_BEFORE_FROM, IN_THE_FUTURE, PERIOD_TOO_LONG.</summary>
internal static class Period
{
    private const int LongestYears = 3;

    /// <summary>Reads it; the moment of the end is the first that no longer belongs to it.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Check(FieldChecks check, string? from, string? to, DateOnly today)
    {
        check.That(!string.IsNullOrEmpty(from), "from", "REQUIRED", "A first day is required.");
        check.That(!string.IsNullOrEmpty(to), "to", "REQUIRED", "A last day is required.");
        if (check.OptionalDay(from, "from") is not { } first || check.OptionalDay(to, "to") is not { } last)
        {
            return default;
        }

        var ordered = check.That(first <= last, "to", "TO_BEFORE_FROM", "The last day is before the first.");
        var past = check.That(last <= today, "to", "IN_THE_FUTURE", "Count up to today.");
        var counted = ordered && past && check.That(last <= first.AddYears(LongestYears), "to", "PERIOD_TOO_LONG", $"At most {LongestYears} years.");
        return counted ? (LondonTime.Start(first), LondonTime.Start(last.AddDays(1))) : default;
    }
}
