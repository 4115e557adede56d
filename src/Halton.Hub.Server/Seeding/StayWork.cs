using System.Globalization;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;

namespace Halton.Hub.Server.Seeding;

/// <summary>What hospital and care transfer hub do about a seeded stay: who arranges it, when the assessment began, and what it waited for.</summary>
internal static class StayWork
{
    private const string Council = "E06000006";
    private const int DaysTold = 3;
    private static readonly DateOnly CurrentList = new(2024, 5, 1);

    private static readonly Dictionary<string, (string Reason, int Weight)[]> Reasons = new()
    {
        ["P0"] = [("HP-medicines", 40), ("HP-transport", 25), ("HP-discharge-letter", 20), ("WC-housing", 15)],
        ["P1"] = [("IP-home-recovery", 25), ("CAP-home-recovery", 25), ("IP-home-care", 20), ("CAP-home-care", 15), ("IP-equipment", 10), ("WC-readiness-concerns", 5)],
        ["P2"] = [("IP-bedded-recovery", 45), ("CAP-bedded-recovery", 45), ("WC-readiness-concerns", 10)],
        ["P3"] = [("IP-care-home", 35), ("CAP-care-home", 30), ("WC-choice", 20), ("CTH-funding", 15)],
    };

    private static readonly (string Reason, int Weight)[] Undecided = [("HP-medical-review", 30), ("HP-therapy-review", 40), ("HP-discharge-decision", 30)];
    private static readonly Dictionary<string, string> Before = new() { ["P0"] = "2022-v", ["P1"] = "2022-viii", ["P2"] = "2022-ix", ["P3"] = "2022-x" };
    private static readonly string[] Teams = ["Hospital social work", "Integrated discharge team"];

    /// <summary>Does it, in the time that is left of the stay.</summary>
    public static void Do(Stay stay, PlannedStay plan, DateTimeOffset until)
    {
        var draw = new Draw("work", plan.Number);
        if (stay.CareTransferHubReferredAt is { } referred && referred < until)
        {
            Arrange(stay, plan, draw, referred, until - referred);
        }

        if (stay is { MeetsCriteria: false, DischargeReadyDate: { } ready } && ready < LondonTime.Day(until))
        {
            Wait(stay, plan, draw, ready, until);
        }
    }

    private static void Arrange(Stay stay, PlannedStay plan, Draw draw, DateTimeOffset referred, TimeSpan left)
    {
        var at = referred + Least(TimeSpan.FromMinutes(60 + draw.Below(30 * 60)), left / 3);
        stay.Allocate(new WorkerAllocation
        {
            Id = SeedId.Of(at, plan.Number, 110),
            StayId = stay.Id,
            AllocatedAt = at,
            Organization = stay.Patient!.LocalAuthority == Council ? Council : stay.Trust,
            Team = draw.Of(Teams),
            Role = "Social worker",
            Worker = string.Create(CultureInfo.InvariantCulture, $"SW-{1 + draw.Below(40):D3}"),
        });
        stay.Changed(at);
        if (draw.Thousandth(800))
        {
            at = referred + Least(TimeSpan.FromMinutes(120 + draw.Below(30 * 60)), left / 2);
            stay.StartAssessment(at, "Social worker");
            stay.Changed(at);
        }
    }

    private static void Wait(Stay stay, PlannedStay plan, Draw draw, DateOnly ready, DateTimeOffset until)
    {
        var last = LondonTime.Day(until).AddDays(-1);
        var reason = draw.Weighted<string>(stay.Pathway is { } pathway ? Reasons[pathway] : Undecided);
        for (var on = Latest(ready, last.AddDays(1 - DaysTold)); on <= last; on = on.AddDays(1))
        {
            var at = new DateTimeOffset(on, new TimeOnly(11, 0), TimeSpan.Zero);
            stay.RecordDelay(new Delay
            {
                Id = SeedId.Of(at, plan.Number, 120 + last.DayNumber - on.DayNumber),
                StayId = stay.Id,
                DelayedOn = on,
                Reason = on >= CurrentList ? reason : Before.GetValueOrDefault(stay.Pathway ?? "", "2022-iii"),
                RecordedAt = at,
                RecordedByRole = "Discharge coordinator",
            });
            stay.Changed(at);
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
