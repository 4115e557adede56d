using CsCheck;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Discharge;

/// <summary>The Discharge Ready Date, after the vectors of NHS England's guidance.</summary>
public sealed class ReadyPeriodTests
{
    [Fact]
    public void Vector_a_the_final_period_counts_and_delay_is_in_nights()
    {
        var stay = Admitted("2026-02-20");
        Review(stay, "2026-03-01");
        Review(stay, "2026-03-03", "02");
        Review(stay, "2026-03-05");
        Assign(stay, "2026-03-05");
        stay.Confirm(At("2026-03-08"), "1", "19");
        Assert.Equal(new DateOnly(2026, 3, 5), stay.DischargeReadyDate);
        Assert.Equal(3, DischargeStatus.Of(stay).DaysSinceReady(new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void Vector_b_a_stay_without_a_night_has_none()
    {
        var stay = Admitted("2026-03-01");
        Review(stay, "2026-03-01");
        Assign(stay, "2026-03-01");
        stay.Confirm(At("2026-03-01").AddHours(3), "1", "19");
        Assert.Null(stay.DischargeReadyDate);
    }

    [Fact]
    public void Vector_c_whoever_meets_the_criteria_now_has_none_though_an_earlier_period_exists()
    {
        var stay = Admitted("2026-02-20");
        Review(stay, "2026-03-01");
        Review(stay, "2026-03-03", "11");
        Assert.Equal((null, DischargeState.Admitted), (stay.DischargeReadyDate, stay.State));
    }

    [Fact]
    public void Vector_d_a_date_behind_the_discharge_is_refused()
    {
        var stay = Admitted("2026-02-20");
        Review(stay, "2026-03-05");
        Assign(stay, "2026-03-05");
        Assert.Equal("DISCHARGED_BEFORE_READY", Assert.Throws<Fault>(() => stay.Confirm(At("2026-03-04"), "1", "19")).Reason);
    }

    [Fact]
    public void A_late_review_is_put_in_its_place()
    {
        var stay = Admitted("2026-02-20");
        Review(stay, "2026-03-05");
        Review(stay, "2026-03-02");
        Assert.Equal(new DateOnly(2026, 3, 2), stay.DischargeReadyDate);
        Review(stay, "2026-03-03", "01");
        Assert.Equal(new DateOnly(2026, 3, 5), stay.DischargeReadyDate);
    }

    [Fact]
    public void The_day_is_Londons()
    {
        var stay = Admitted("2026-06-20");
        stay.Review(new CriteriaReview { Id = Guid.CreateVersion7(), StayId = stay.Id, ReviewedAt = DateTimeOffset.Parse("2026-07-01T23:30:00Z", null), Criteria = [], ReviewerRole = "x" });
        Assert.Equal(new DateOnly(2026, 7, 2), stay.DischargeReadyDate);
    }

    /// <summary>A plain model: sort, then take the start of the last unbroken run of reviews without criteria.</summary>
    [Fact]
    public void Ten_thousand_random_histories_agree_with_a_plain_model() =>
        Gen.Select(Gen.Int[0, 500], Gen.Bool).Array[0, 12].Sample(
            history =>
            {
                var start = At("2026-01-01");
                var reviews = history.DistinctBy(h => h.Item1)
                    .Select(h => new CriteriaReview { Id = Guid.CreateVersion7(), StayId = default, ReviewedAt = start.AddHours(h.Item1), Criteria = h.Item2 ? ["01"] : [], ReviewerRole = "x" }).ToList();
                var run = reviews.OrderByDescending(r => r.ReviewedAt).TakeWhile(r => !r.Meets).ToList();
                return ReadyPeriod.Of(reviews).ReadySince == (run.Count == 0 ? null : run[^1].ReviewedAt);
            },
            iter: 10_000);

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T09:00:00Z", null);

    private static Stay Admitted(string day) => new()
    {
        Id = Guid.CreateVersion7(),
        Trust = "RWW",
        Site = "RWWWH",
        Ward = "A1",
        SpellIdentifier = "1",
        NhsNumberStatus = "01",
        AdmittedAt = At(day),
        ChangedAt = At(day),
    };

    private static void Review(Stay stay, string day, params string[] criteria) =>
        stay.Review(new CriteriaReview { Id = Guid.CreateVersion7(), StayId = stay.Id, ReviewedAt = At(day), Criteria = [.. criteria], ReviewerRole = "consultant" });

    private static void Assign(Stay stay, string day) => stay.Assign(
        new PathwayDecision { Id = Guid.CreateVersion7(), StayId = stay.Id, Pathway = "P1", DecidedAt = At(day), DecidedByRole = "hub", CareTransferHubReferred = true });
}
