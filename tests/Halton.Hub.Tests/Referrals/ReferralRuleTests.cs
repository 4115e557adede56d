using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Halton.Hub.Referrals;
using Xunit;

namespace Halton.Hub.Tests.Referrals;

/// <summary>Each state of a referral against each step: where it goes, or the fault that forbids it.</summary>
public sealed class ReferralRuleTests
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReferralTiming Timing = new(Now.AddHours(2), Now.AddHours(2), Now.AddHours(2), Now.AddHours(1.5));

    private static readonly Dictionary<string, Action<Referral>> Steps = new()
    {
        ["triage"] = r => r.TriageAs(Found(), null, Timing, Now),
        ["exclude"] = r => r.TriageAs(Found("sepsis"), null, Timing, Now),
        ["accept"] = r => r.Accept(Now),
        ["reject"] = r => r.Reject("22", null, Now),
        ["redirect"] = r => r.Redirect(Guid.CreateVersion7(), "22", null, Now),
        ["allocate"] = r => r.Allocate(new Allocation("51", ["nurse"], Now, "coordinator"), Now),
        ["ring"] = r => r.Meet(new Contact(Now, "telephone", "nurse", null), Now),
        ["see"] = r => r.Meet(new Contact(Now, "face-to-face", "nurse", null), Now),
        ["complete"] = r => r.Complete("independent", null, DateOnly.FromDateTime(Now.UtcDateTime), Now),
        ["cancel"] = r => r.Cancel("08", null, Now),
        ["follow up"] = r => r.FollowUp("at-home", DateOnly.FromDateTime(Now.UtcDateTime), Now),
    };

    // Where a referral is, and how it came there.
    private static readonly Dictionary<string, string[]> Ways = new()
    {
        ["requested"] = [],
        ["received"] = ["triage"],
        ["received, excluded"] = ["exclude"],
        ["accepted"] = ["triage", "accept"],
        ["accepted, allocated"] = ["triage", "accept", "allocate"],
        ["in-progress"] = ["triage", "accept", "allocate", "see"],
        ["completed"] = ["triage", "accept", "allocate", "see", "complete"],
        ["completed, followed up"] = ["triage", "accept", "allocate", "see", "complete", "follow up"],
        ["rejected"] = ["reject"],
        ["redirected"] = ["redirect"],
        ["cancelled"] = ["cancel"],
    };

    // From top to bottom the places above, from left to right the steps above.
    private static readonly string[][] Table =
    [
        ["received", "received", "NOT_TRIAGED", "rejected", "redirected", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "cancelled", "NOT_COMPLETED"],
        ["received", "received", "accepted", "rejected", "redirected", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "cancelled", "NOT_COMPLETED"],
        ["received", "received", "EXCLUDED", "rejected", "redirected", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "NOT_ACCEPTED", "cancelled", "NOT_COMPLETED"],
        ["accepted", "accepted", "ALREADY_ACCEPTED", "ALREADY_ACCEPTED", "redirected", "accepted", "NOT_ALLOCATED", "NOT_ALLOCATED", "NO_CONTACT_YET", "cancelled", "NOT_COMPLETED"],
        ["accepted", "accepted", "ALREADY_ACCEPTED", "ALREADY_ACCEPTED", "redirected", "accepted", "accepted", "in-progress", "NO_CONTACT_YET", "cancelled", "NOT_COMPLETED"],
        ["RESPONSE_BEGUN", "RESPONSE_BEGUN", "ALREADY_ACCEPTED", "ALREADY_ACCEPTED", "redirected", "in-progress", "in-progress", "in-progress", "completed", "cancelled", "NOT_COMPLETED"],
        ["REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "completed"],
        ["REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "FOLLOW_UP_RECORDED"],
        ["REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "NOT_COMPLETED"],
        ["REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "NOT_COMPLETED"],
        ["REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "REFERRAL_ENDED", "NOT_COMPLETED"],
    ];

    [Fact]
    public void Every_step_from_every_state_is_taken_or_forbidden_by_name()
    {
        foreach (var ((place, way), expected) in Ways.Zip(Table))
        {
            foreach (var ((step, take), result) in Steps.Zip(expected))
            {
                var referral = Asked();
                Array.ForEach(way, w => Steps[w](referral));
                Assert.Equal(place.Split(',')[0], referral.State);
                var before = ReferralState.Of(referral);
                var came = Outcome(() => take(referral), referral);
                Assert.True(result == came, $"{place}, {step}: {came}, not {result}");

                // What is forbidden leaves nothing behind; what is taken counts as a change.
                Assert.Equal(char.IsUpper(result[0]), before.Etag == referral.Etag);
            }
        }
    }

    [Fact]
    public void An_outcome_after_which_nobody_looks_again_leaves_no_follow_up()
    {
        var referral = Asked();
        Array.ForEach(Ways["in-progress"], w => Steps[w](referral));
        referral.Complete("died", null, DateOnly.FromDateTime(Now.UtcDateTime), Now);
        Assert.Null(referral.FollowUpDue);
        Assert.Equal("NO_FOLLOW_UP", Assert.Throws<Fault>(() => Steps["follow up"](referral)).Reason);
    }

    [Fact]
    public void The_earliest_face_to_face_contact_stops_the_clocks_in_whatever_order_contacts_are_told()
    {
        var referral = Asked();
        Array.ForEach(Ways["accepted, allocated"], w => Steps[w](referral));
        referral.Meet(new Contact(Now.AddMinutes(50), "face-to-face", "nurse", null), Now);
        referral.Meet(new Contact(Now.AddMinutes(20), "telephone", "nurse", null), Now);
        referral.Meet(new Contact(Now.AddMinutes(40), "face-to-face", "physiotherapist", null), Now);
        Assert.Equal(Now.AddMinutes(40), referral.FirstContactAt);
        Assert.Equal([20, 40, 50], referral.History.Contacts.Select(c => (c.ContactedAt - Now).Minutes));
        Assert.Equal("BEFORE_REFERRAL", Assert.Throws<Fault>(() => referral.Meet(new Contact(Now.AddHours(-2), "telephone", "nurse", null), Now)).Fields.Single().Reason);
    }

    [Fact]
    public void The_clock_says_each_thing_once_and_anew_when_the_breach_time_has_moved_on()
    {
        var referral = Asked();
        var day = DateOnly.FromDateTime(Now.UtcDateTime);
        Assert.Null(referral.Remind(Now, day));
        Assert.Equal("referral.clock-approaching", referral.Remind(Now.AddHours(1.5), day));
        Assert.Null(referral.Remind(Now.AddHours(1.6), day));
        Assert.Equal("referral.clock-breached", referral.Remind(Now.AddHours(2), day));
        Assert.Null(referral.Remind(Now.AddHours(3), day));
        referral.TriageAs(Found(), null, new ReferralTiming(Now.AddDays(2), Now.AddDays(4), Now.AddDays(2), Now.AddDays(1)), Now.AddHours(3));
        Assert.Null(referral.Remind(Now.AddHours(3), day));
        Assert.Equal("referral.clock-breached", referral.Remind(Now.AddDays(2), day.AddDays(2)));
        referral.Cancel("08", null, Now);
        Assert.Null(referral.Remind(Now.AddDays(9), day.AddDays(9)));
    }

    internal static Referral Asked() => new()
    {
        Id = Guid.CreateVersion7(),
        JourneyId = Guid.CreateVersion7(),
        JourneyStartedAt = Now,
        Service = "hicafs",
        Performer = "HICAFS",
        Requester = "RWW",
        NhsNumberStatus = "07",
        Patient = new Patient { Family = "Zzyzxquill", Given = ["Aspertha"] },
        FromHospitalBed = false,
        RequestedTier = "crisis",
        Tier = "crisis",
        Conditions = ["falls"],
        ReasonText = "Fell at home.",
        ReferredAt = Now.AddMinutes(-10),
        RequestedAt = Now,
        DueElapsed = Timing.DueElapsed,
        DueService = Timing.DueService,
        BreachAt = Timing.BreachAt,
        WarnAt = Timing.WarnAt,
        ChangedAt = Now,
    };

    private static Triage Found(params string[] exclusions) => new(1, "crisis", ["falls"], exclusions, ["nurse"], Now, "coordinator", null);

    private static string Outcome(Action step, Referral referral)
    {
        try
        {
            step();
            return referral.State;
        }
        catch (Fault fault)
        {
            return fault.Reason;
        }
    }
}
