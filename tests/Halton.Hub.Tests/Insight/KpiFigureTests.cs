using CsCheck;
using Halton.Hub.Insight;
using Xunit;

namespace Halton.Hub.Tests.Insight;

/// <summary>What is given of counts: never a small one, nor one from which a small one follows, and never a zero where nothing is known.</summary>
public sealed class KpiFigureTests
{
    private static readonly Gen<KpiGroupCount[]> Counts = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40])
        .Select((records, hit, rest) => new KpiGroupCount("?", null, Math.Max(records, Math.Min(1, hit + rest)), hit, hit + rest, records * 1.5))
        .Array[0, 6].Select(groups => groups.Select((g, i) => g with { Code = $"g{i}" }).ToArray());

    [Fact]
    public void Nothing_on_record_is_no_zero()
    {
        foreach (var shape in Enum.GetValues<KpiShape>())
        {
            Assert.Equal(new KpiFigure(KpiStatus.NoData), KpiFigures.Of(shape, []).Whole);
            Assert.Equal(new KpiFigure(KpiStatus.NoData), KpiFigures.Of(shape, [new KpiGroupCount("a", null, 3, 0, 0, 0)]).Whole);
        }
    }

    [Fact]
    public void A_share_of_large_groups_is_given_exactly()
    {
        var (whole, groups) = KpiFigures.Of(KpiShape.Share, [Group("a", 30, 100), Group("b", 13, 53)]);
        Assert.Equal(new KpiFigure(KpiStatus.Told, 28.1, 43, 153), whole);
        Assert.Equal([new KpiFigure(KpiStatus.Told, 30, 30, 100), new KpiFigure(KpiStatus.Told, 24.5, 13, 53)], groups.Select(g => g.Figure));
    }

    [Fact]
    public void One_small_group_takes_the_next_smallest_along_and_rounds_what_is_left()
    {
        var (whole, groups) = KpiFigures.Of(KpiShape.Share, [Group("a", 31, 101), Group("b", 4, 53), Group("c", 20, 60)]);
        Assert.Equal(new KpiFigure(KpiStatus.Told, 26.2, 55, 210), whole);
        Assert.Equal([new KpiFigure(KpiStatus.Told, 30, 30, 100), new KpiFigure(KpiStatus.Suppressed), new KpiFigure(KpiStatus.Suppressed)], groups.Select(g => g.Figure));
    }

    [Theory]
    [InlineData(4, 100)]
    [InlineData(97, 100)]
    [InlineData(0, 100)]
    public void A_share_that_few_make_or_few_miss_is_hidden(int hit, int whole) => Assert.Equal(KpiStatus.Suppressed, KpiFigures.Of(KpiShape.Share, [Group("a", hit, whole)]).Whole.Status);

    [Fact]
    public void All_of_many_is_given() => Assert.Equal(new KpiFigure(KpiStatus.Told, 100, 20, 20), KpiFigures.Of(KpiShape.Share, [Group("a", 20, 20)]).Whole);

    [Fact]
    public void An_average_tells_days_and_of_how_many()
    {
        var (whole, groups) = KpiFigures.Of(KpiShape.Mean, [new("P1", null, 10, 10, 10, 72), new("P2", null, 20, 20, 20, 138)]);
        Assert.Equal(new KpiFigure(KpiStatus.Told, 7, null, 30), whole);
        Assert.Equal([7.2, 6.9], groups.Select(g => g.Figure.Value!.Value));
    }

    [Fact]
    public void Parts_of_a_mix_are_of_the_whole()
    {
        var (whole, groups) = KpiFigures.Of(KpiShape.Mix, [new("good", null, 16, 16, 16, 0), new("requires-improvement", null, 8, 0, 8, 0)]);
        Assert.Equal(new KpiFigure(KpiStatus.Told, 66.7, 16, 24), whole);
        Assert.Equal([new KpiFigure(KpiStatus.Told, 66.7, 16, 24), new KpiFigure(KpiStatus.Told, 33.3, 8, 24)], groups.Select(g => g.Figure));
    }

    [Fact]
    public void No_count_that_is_given_is_small_and_no_group_is_hidden_alone() => Counts.Sample(counts =>
    {
        foreach (var shape in Enum.GetValues<KpiShape>())
        {
            var (whole, groups) = KpiFigures.Of(shape, counts);
            var figures = groups.Select(g => g.Figure).Append(whole).ToList();
            foreach (var figure in figures)
            {
                Assert.Equal(figure.Status == KpiStatus.Told, figure.Value is not null);
                Assert.True(figure.Numerator is null or >= 5, $"{shape} {figure}");
                Assert.True(figure.Denominator is null or >= 5, $"{shape} {figure}");
                Assert.True(figure.Status == KpiStatus.Told || (figure.Numerator, figure.Denominator) == (null, null));
            }

            var hidden = groups.Count(g => g.Figure.Status == KpiStatus.Suppressed);
            Assert.True(hidden != 1 || groups.Count == 1, $"{shape}: one hidden of {groups.Count}");
            Assert.True(hidden == 0 || figures.TrueForAll(f => (f.Numerator ?? 0) % 5 == 0 && (f.Denominator ?? 0) % 5 == 0));
            Assert.True(whole.Status != KpiStatus.Suppressed || hidden == groups.Count);
            foreach (var (count, figure) in groups.Where(g => g.Figure.Status == KpiStatus.Told && shape == KpiShape.Share))
            {
                Assert.True(count.Records >= 5 && count.Hit >= 5 && count.Whole - count.Hit is 0 or >= 5, $"{count} {figure}");
            }
        }
    });

    private static KpiGroupCount Group(string code, int hit, int whole) => new(code, null, whole, hit, whole, 0);
}
