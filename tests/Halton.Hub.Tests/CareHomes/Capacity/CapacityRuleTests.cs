using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>How old numbers are, and when the monthly return is due: the rules by themselves.</summary>
public sealed class CapacityRuleTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly FreshnessPolicy Policy = new();
    private readonly WorkingDays days = one.Hub.Services.GetRequiredService<WorkingDays>();

    [Theory]
    [InlineData(0, Freshness.Fresh)]
    [InlineData(24 * 3600, Freshness.Fresh)]
    [InlineData((24 * 3600) + 0.000001, Freshness.Ageing)]
    [InlineData(7 * 24 * 3600, Freshness.Ageing)]
    [InlineData((7 * 24 * 3600) + 0.000001, Freshness.Stale)]
    [InlineData(-59, Freshness.Fresh)]
    public void Numbers_age_at_the_exact_moment(double secondsAgo, Freshness freshness) =>
        Assert.Equal(freshness, Policy.Of(Now.AddTicks(-(long)Math.Round(secondsAgo * TimeSpan.TicksPerSecond)), Now));

    [Fact]
    public void A_home_that_never_said_anything_is_neither_fresh_nor_stale() => Assert.Equal(Freshness.Never, Policy.Of(null, Now));

    [Theory]
    [InlineData("2024-01", "2024-01-15")]
    [InlineData("2024-02", "2024-02-14")]
    [InlineData("2024-03", "2024-03-14")]
    [InlineData("2024-07", "2024-07-15")]
    [InlineData("2024-08", "2024-08-14")]
    [InlineData("2024-09", "2024-09-16")]
    [InlineData("2024-10", "2024-10-14")]
    [InlineData("2024-11", "2024-11-14")]
    [InlineData("2024-12", "2024-12-16")]
    [InlineData("2028-04", "2028-04-18")]
    [InlineData("2031-04", "2031-04-15")]
    public void The_window_closes_on_the_14th_or_the_next_working_day(string month, string closes)
    {
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd");
        var window = CapacityWindow.Of(first.Year, first.Month, Policy, days);
        Assert.Equal((first.AddDays(7), DateOnly.ParseExact(closes, "yyyy-MM-dd")), (window.Opens, window.Closes));
        Assert.Equal(window, CapacityWindow.Latest(window.Opens, Policy, days));
        Assert.Equal(window, CapacityWindow.Latest(window.Closes.AddDays(1), Policy, days));
        Assert.NotEqual(window, CapacityWindow.Latest(window.Opens.AddDays(-1), Policy, days));
    }

    [Fact]
    public void The_window_is_open_from_the_first_to_the_last_moment_of_its_days_in_London()
    {
        var summer = CapacityWindow.Of(2024, 7, Policy, days);
        Assert.Equal((new DateTimeOffset(2024, 7, 7, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 7, 15, 23, 0, 0, TimeSpan.Zero)), (summer.From, summer.Until));
        Assert.True(summer.Holds(summer.From) && summer.Holds(summer.Until.AddTicks(-10)));
        Assert.False(summer.Holds(summer.From.AddTicks(-10)) || summer.Holds(summer.Until));
    }

    [Theory]
    [InlineData("2024-09-07", null)]
    [InlineData("2024-09-08", "opened")]
    [InlineData("2024-09-11", "opened")]
    [InlineData("2024-09-12", "reminder")]
    [InlineData("2024-09-15", "reminder")]
    [InlineData("2024-09-16", "closing")]
    [InlineData("2024-09-17", null)]
    public void Homes_are_reminded_in_three_stages(string day, string? stage) =>
        Assert.Equal(stage, CapacityWindow.Of(2024, 9, Policy, days).StageOn(DateOnly.ParseExact(day, "yyyy-MM-dd"), Policy));

    [Fact]
    public void A_changed_policy_moves_the_boundaries()
    {
        var strict = new FreshnessPolicy { FreshHours = 12, AgeingDays = 2 };
        Assert.Equal((Freshness.Fresh, Freshness.Ageing, Freshness.Stale), (strict.Of(Now.AddHours(-12), Now), strict.Of(Now.AddDays(-2), Now), strict.Of(Now.AddDays(-2).AddTicks(-10), Now)));
    }
}
