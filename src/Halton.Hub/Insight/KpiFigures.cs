using Halton.Hub.Foundation;

namespace Halton.Hub.Insight;

/// <summary>
/// Turns counts into figures that lead to nobody, by the rule of <see cref="SmallCounts"/>: what is under 5 is hidden, on either side of a share, and so is the next
/// smallest group when it would be the only one. While a group is hidden, every count of the indicator is given rounded down to a multiple of 5, and values follow from
/// counts as they are given. What nothing is on record of is no zero.
/// </summary>
internal static class KpiFigures
{
    /// <summary>The figure of the whole, and of each group that has a code, in their order.</summary>
    public static (KpiFigure Whole, IReadOnlyList<(KpiGroupCount Count, KpiFigure Figure)> Groups) Of(KpiShape shape, IReadOnlyList<KpiGroupCount> counts)
    {
        var all = new KpiGroupCount(null, null, counts.Sum(c => c.Records), counts.Sum(c => c.Hit), counts.Sum(c => c.Whole), counts.Sum(c => c.Days));
        if (all.Whole == 0)
        {
            return (new KpiFigure(KpiStatus.NoData), []);
        }

        var told = counts.Where(c => c.Code is not null).ToList();
        var small = IsSmall(shape == KpiShape.Mix ? KpiShape.Share : shape, all);
        var hidden = small ? [.. told.Select(_ => true)] : Hidden(shape, told);
        var step = hidden.Contains(true) ? SmallCounts.Least : 1;
        return (
            small ? new KpiFigure(KpiStatus.Suppressed) : Figure(shape, all, step),
            [.. told.Select((count, i) => (count, hidden[i] ? new KpiFigure(KpiStatus.Suppressed) : shape == KpiShape.Mix ? Ratio(Down(count.Whole, step), Down(all.Whole, step)) : Figure(shape, count, step)))]);
    }

    private static bool IsSmall(KpiShape shape, KpiGroupCount count) => shape switch
    {
        KpiShape.Share => count.Records < SmallCounts.Least || count.Hit < SmallCounts.Least || count.Whole - count.Hit is > 0 and < SmallCounts.Least,
        KpiShape.Mix => Math.Min(count.Records, count.Whole) < SmallCounts.Least,
        KpiShape.Count => count.Hit < SmallCounts.Least,
        _ => count.Records < SmallCounts.Least,
    };

    private static bool[] Hidden(KpiShape shape, List<KpiGroupCount> groups)
    {
        // A small group counts as nothing here, and one that is not as what it has, so that the rule of small counts finds the next smallest.
        var sizes = groups.ConvertAll(g => IsSmall(shape, g) ? 0 : shape == KpiShape.Count ? g.Hit : Math.Max(SmallCounts.Least, g.Whole));
        return SmallCounts.Hidden(sizes);
    }

    private static KpiFigure Figure(KpiShape shape, KpiGroupCount count, int step) => shape switch
    {
        KpiShape.Count => new KpiFigure(KpiStatus.Told, Down(count.Hit, step), Down(count.Hit, step)),
        KpiShape.Mean => new KpiFigure(KpiStatus.Told, Math.Round(count.Days / count.Records, 1), null, Down(count.Records, step)),
        _ => Ratio(Down(count.Hit, step), Down(count.Whole, step)),
    };

    private static KpiFigure Ratio(int part, int whole) => new(KpiStatus.Told, Math.Round(100.0 * part / whole, 1), part, whole);

    private static int Down(int count, int step) => count / step * step;
}
