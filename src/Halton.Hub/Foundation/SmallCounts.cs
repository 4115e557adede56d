namespace Halton.Hub.Foundation;

/// <summary>
/// Keeps small counts from leading to people. A count under 5 is not given. If exactly one group of a list is hidden, the next smallest is
/// hidden with it, since the total would tell the one. While anything is hidden, the total is given rounded down to a multiple of 5, so
/// that the hidden counts do not follow from it either. Groups stand in the order of their names, never of their counts.
/// </summary>
internal static class SmallCounts
{
    /// <summary>The smallest count that is given.</summary>
    public const int Least = 5;

    /// <summary>Which of these counts stay hidden.</summary>
    public static bool[] Hidden(IReadOnlyList<int> counts)
    {
        var hidden = counts.Select(count => count < Least).ToArray();
        if (hidden.Count(h => h) == 1 && counts.Count > 1)
        {
            var next = Enumerable.Range(0, counts.Count).Where(i => !hidden[i]).MinBy(i => counts[i]);
            hidden[next] = true;
        }

        return hidden;
    }

    /// <summary>The total as it is given.</summary>
    public static int Total(IReadOnlyList<int> counts, bool[] hidden)
    {
        var total = counts.Sum();
        return hidden.Contains(true) ? total / Least * Least : total;
    }
}
