using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Validation.Facts;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>The decision: what the checks come to, what reopens it, what an override does, and which tasks follow.</summary>
public sealed class ValidationDecisionTests
{
    [Fact]
    public void The_gravest_finding_decides()
    {
        Assert.Equal("valid", Looked(Good()).Decision);
        Assert.Equal("valid-with-conditions", Looked(Good(h => h.RatingOverall = "requires-improvement")).Decision);
        Assert.Equal("pending", Looked(Good(h => h.RatingOverall = "requires-improvement") with { Contracts = [] }).Decision);
        Assert.Equal("blocked", Looked(Good(h => h.RatingOverall = "inadequate") with { Contracts = [] }).Decision);
    }

    [Fact]
    public void Conditions_say_what_must_be_kept_to_and_go_with_their_reasons()
    {
        var validation = Looked(Good(h => (h.RatingOverall, h.RegisteredManagerAbsentDate) = ("requires-improvement", Today)));
        Assert.Equal(["Look closely at each placement while CQC says that the home requires improvement.", "Ask who manages the home before placing."], validation.Conditions);
        validation.Look(Good(), null);
        Assert.Equal(("valid", 0), (validation.Decision, validation.Conditions.Count));
    }

    [Fact]
    public void It_expires_twelve_months_after_the_answer_and_renewal_is_asked_for_thirty_days_before()
    {
        var validation = Looked(Good());
        Assert.Equal(Today.AddMonths(10), validation.ExpiresOn);
        Assert.Empty(Open(validation));
        validation.Look(On(Today.AddMonths(10).AddDays(-31)), null);
        Assert.Empty(Open(validation));
        validation.Look(On(Today.AddMonths(10).AddDays(-30)), null);
        Assert.Equal(("valid-with-conditions", "renew"), (validation.Decision, Assert.Single(Open(validation))));
        validation.Look(On(Today.AddMonths(10)), null);
        Assert.Equal("valid-with-conditions", validation.Decision);
        validation.Look(On(Today.AddMonths(10).AddDays(1)), null);
        Assert.Equal("expired", validation.Decision);
        Assert.Contains("renew", Open(validation));
        validation.Look(On(Today.AddMonths(10).AddDays(2), Reply(on: Today.AddMonths(10).AddDays(2))), null);
        Assert.Equal(("valid", Today.AddMonths(10).AddDays(2).AddMonths(12)), (validation.Decision, validation.ExpiresOn));
        Assert.Empty(Open(validation));
    }

    [Theory]
    [InlineData("rating-downgrade")]
    [InlineData("successor-registration")]
    [InlineData("sanction")]
    public void What_happens_to_a_valid_one_makes_it_wait_for_the_host(string why)
    {
        var validation = Looked(Good());
        validation.Look(At(1), why);
        Assert.Equal(("re-validation-required", why), (validation.Decision, Assert.Single(validation.ReopenedBy)));
        Assert.Equal(["revalidate"], Open(validation));
        validation.Look(At(2), why);
        Assert.Equal(["revalidate"], Open(validation));
        Assert.Single(validation.Tasks);

        // An answer of the day before is no fresh evidence, and neither is one that was recorded before.
        validation.Look(At(3) with { Reply = Reply(on: Today.AddDays(-1), recorded: Now.AddHours(3)) }, null);
        Assert.Equal("re-validation-required", validation.Decision);
        validation.Look(At(3) with { Reply = Reply(on: Today, recorded: Now.AddHours(1.5)) }, null);
        Assert.Equal("re-validation-required", validation.Decision);
        validation.Look(At(4) with { Reply = Reply(on: Today, recorded: Now.AddHours(4)) }, null);
        Assert.Equal(("valid", null, 0), (validation.Decision, validation.ReopenedAt, validation.ReopenedBy.Count));
        Assert.Empty(Open(validation));
        Assert.NotNull(Assert.Single(validation.Tasks).DoneAt);
    }

    [Fact]
    public void A_block_wins_and_when_it_is_gone_the_host_must_still_be_asked()
    {
        var validation = Looked(Good());
        validation.Look(At(1, h => h.RatingOverall = "inadequate"), "rating-downgrade");
        Assert.Equal("blocked", validation.Decision);
        validation.Look(At(2), null);
        Assert.Equal("re-validation-required", validation.Decision);
    }

    [Fact]
    public void One_that_never_was_valid_stays_pending_until_the_host_answers_anew()
    {
        var validation = Looked(Good() with { Contracts = [] });
        validation.Look(At(1) with { Contracts = [] }, "sanction");
        Assert.Equal("pending", validation.Decision);
        validation.Look(At(2), null);
        Assert.Equal("pending", validation.Decision);
        validation.Look(At(3) with { Reply = Reply(on: Today, recorded: Now.AddHours(3)) }, null);
        Assert.Equal("valid", validation.Decision);
    }

    [Fact]
    public void An_unknown_sanction_and_a_home_that_closes_reopen_it_by_themselves()
    {
        var validation = Looked(Good());
        var known = At(1) with { Sanctions = [Sanction("enhanced-monitoring")] };
        validation.Look(known, null);
        Assert.Equal(("re-validation-required", "sanction"), (validation.Decision, Assert.Single(validation.ReopenedBy)));
        var since = validation.ReopenedAt;
        validation.Look(known with { Now = Now.AddHours(2) }, null);
        Assert.Equal(since, validation.ReopenedAt);

        var closing = Looked(Good());
        closing.Look(At(1, h => h.Dormant = true), null);
        Assert.Equal(("blocked", "dormancy"), (closing.Decision, Assert.Single(closing.ReopenedBy)));
        closing.Look(At(2), null);
        Assert.Equal("re-validation-required", closing.Decision);

        // A sanction that was there from the beginning is evidence and no news.
        Assert.Empty(Looked(Good() with { Sanctions = [Sanction("admissions-restricted")] }).ReopenedBy);
    }

    [Fact]
    public void An_override_lets_people_be_placed_until_its_end_and_its_end_is_looked_at()
    {
        var validation = Looked(Good(h => h.RatingOverall = "inadequate"));
        validation.Override(Word(Today.AddDays(30)), ["Weekly calls."]);
        validation.Look(At(1, h => h.RatingOverall = "inadequate"), null);
        Assert.Equal(("valid-with-conditions", 2, "Weekly calls."), (validation.Decision, validation.Conditions.Count, validation.Conditions[1]));
        validation.Look(At(24 * 30, h => h.RatingOverall = "inadequate"), null);
        Assert.Equal("valid-with-conditions", validation.Decision);
        validation.Look(At(24 * 31, h => h.RatingOverall = "inadequate"), null);
        Assert.Equal(("blocked", "review-override", 0), (validation.Decision, Assert.Single(Open(validation)), validation.Conditions.Count));
        validation.Look(At(24 * 32), null);
        Assert.Equal(("valid", null), (validation.Decision, validation.Overridden));
        Assert.Empty(Open(validation));
    }

    [Fact]
    public void Something_new_ends_an_override_and_what_was_open_before_stays_open()
    {
        var validation = Looked(Good());
        validation.Look(At(1), "rating-downgrade");
        validation.Override(Word(Today.AddDays(30), 2), []);
        validation.Look(At(2), null);
        Assert.Equal(("valid-with-conditions", "revalidate"), (validation.Decision, Assert.Single(Open(validation))));
        validation.Look(At(3), "sanction");
        Assert.Equal("re-validation-required", validation.Decision);
        Assert.Equal(["rating-downgrade", "sanction"], validation.ReopenedBy);
        Assert.Equal(["revalidate", "review-override"], Open(validation));
        validation.Override(Word(Today.AddDays(30), 4), []);
        validation.Look(At(4), null);
        Assert.Equal(["revalidate"], Open(validation));
    }

    [Fact]
    public void Not_everything_can_be_overridden()
    {
        Refused(Looked(Good()), "NOTHING_TO_OVERRIDE");
        Refused(Looked(Good(h => h.RatingOverall = "requires-improvement")), "NOTHING_TO_OVERRIDE");
        Refused(Looked(Good(h => h.Dormant = true)), "CANNOT_BE_OVERRIDDEN");
        Refused(Looked(Good(h => h.RegistrationStatus = "Deregistered")), "CANNOT_BE_OVERRIDDEN");
        var overridden = Looked(Good() with { Contracts = [] });
        overridden.Override(Word(Today.AddDays(1)), []);
        overridden.Look(At(1) with { Contracts = [] }, null);
        overridden.Override(Word(Today.AddDays(20), 2), []);
        Assert.Equal(Today.AddDays(20), overridden.Overridden!.Until);

        static void Refused(ProviderValidation validation, string reason) => Assert.Equal(reason, Assert.Throws<Fault>(() => validation.Override(Word(Today), [])).Reason);
    }

    [Fact]
    public void A_host_that_was_never_asked_or_does_not_answer_is_chased_and_asking_again_does_it()
    {
        var validation = Looked(Good() with { Contact = null, Reply = null });
        Assert.Equal(("pending", "chase-host"), (validation.Decision, Assert.Single(Open(validation))));
        validation.Look(Good() with { Contact = Contact(Today), Reply = null }, null);
        Assert.Empty(Open(validation));
        var asked = Good() with { Contact = Contact(Today), Reply = null };
        validation.Look(asked with { Now = Now.AddDays(14) }, null);
        Assert.Empty(Open(validation));
        validation.Look(asked with { Now = Now.AddDays(15) }, null);
        Assert.Equal(["chase-host"], Open(validation));
        validation.Look(asked with { Now = Now.AddDays(15), Contact = Contact(Today.AddDays(15)) }, null);
        Assert.Empty(Open(validation));
    }

    internal static ProviderValidation Looked(Evidence known)
    {
        var validation = new ProviderValidation { Id = Guid.CreateVersion7(), Council = "E06000006", HomeId = known.Home.Id };
        validation.Look(known, null);
        return validation;
    }

    internal static string[] Open(ProviderValidation validation) => [.. validation.Tasks.Where(t => t.DoneAt is null).Select(t => t.Code).Order()];

    private static ValidationOverride Word(DateOnly until, double hours = 0.5) => new("A. Quillrow", "Director", "Nobody else can meet the need.", Now.AddHours(hours), until);

    private static Evidence At(double hours, Action<Halton.Hub.CareHomes.Homes.CareHome>? home = null) =>
        Good(h => { h.SyncedAt = Now.AddHours(hours); home?.Invoke(h); }) with { Now = Now.AddHours(hours) };

    private static Evidence On(DateOnly day, HostReply? reply = null)
    {
        var now = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        return Good(h => (h.SyncedAt, h.LastInspectionDate) = (now, day.AddMonths(-3))) with
        {
            Now = now,
            Reply = reply ?? Reply(),
            Contact = reply ?? Reply(),
            Contracts = [Contract(insured: day.AddYears(1))],
            Placed = new PlacedThere(["dementia-nursing"], ["own-choice"], day.AddMonths(5)),
        };
    }
}
