using CsCheck;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Foundation;

/// <summary>Small counts stay hidden, and do not follow from what is shown.</summary>
public sealed class SmallCountsTests
{
    [Theory]
    [InlineData(new int[0], new int[0], 0)]
    [InlineData(new[] { 5, 6 }, new int[0], 11)]
    [InlineData(new[] { 4 }, new[] { 0 }, 0)]
    [InlineData(new[] { 9, 4, 7 }, new[] { 1, 2 }, 20)]
    [InlineData(new[] { 1, 9, 1 }, new[] { 0, 2 }, 10)]
    public void Counts_are_hidden_by_the_rule(int[] counts, int[] hidden, int total)
    {
        var found = SmallCounts.Hidden(counts);
        Assert.Equal(hidden, Enumerable.Range(0, counts.Length).Where(i => found[i]));
        Assert.Equal(total, SmallCounts.Total(counts, found));
    }

    [Fact]
    public void No_small_count_is_shown_or_follows_from_the_total() => Gen.Int[1, 30].Array[1, 12].Sample(counts =>
    {
        var hidden = SmallCounts.Hidden(counts);
        var total = SmallCounts.Total(counts, hidden);
        Assert.All(Enumerable.Range(0, counts.Length).Where(i => counts[i] < 5), i => Assert.True(hidden[i]));
        Assert.False(counts.Length > 1 && hidden.Count(h => h) == 1);
        Assert.True(hidden.Contains(true) ? total % 5 == 0 && total <= counts.Sum() && counts.Sum() < total + 5 : total == counts.Sum());
    });
}
