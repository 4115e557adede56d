using System.Globalization;
using Halton.Hub.Discharge;

namespace Halton.Hub.Server.Seeding;

/// <summary>Tells the story of a planned stay by calling the stay's own rules, so that seeded data can never disagree with them.</summary>
internal sealed class StayStories(DateOnly anchor, People people)
{
    // 99 of 450 inpatients, the 22 % of Halton; 60 of the 99 have a pathway.
    private const int NotMeeting = 99;
    private const int WithPathway = 60;

    // Care that has to be arranged takes about a week from the decision on.
    private const int LeastArranged = 11;

    private static readonly string[] Reviewers = ["Consultant", "Ward doctor", "Ward sister", "Discharge coordinator"];
    private static readonly string[] Deciders = ["Discharge coordinator", "Hospital social worker", "Therapist", "Consultant"];
    private static readonly (string, int)[] AdmissionMethods = [("21", 70), ("22", 6), ("24", 3), ("2A", 3), ("2B", 2), ("2D", 2), ("11", 7), ("12", 5), ("13", 2)];
    private static readonly (string, int)[] AdmitSources = [("19", 88), ("29", 1), ("51", 4), ("54", 1), ("65", 1), ("85", 5)];
    private static readonly (string, int)[] Pathways = [("P0", 70), ("P1", 18), ("P2", 8), ("P3", 4)];
    private static readonly (string, int)[] DelayedPathways = [("P0", 10), ("P1", 50), ("P2", 25), ("P3", 15)];
    private static readonly (string, int)[] Home = [("19", 94), ("29", 2), ("85", 4)];
    private static readonly (string, int)[] CommunityBed = [("85", 50), ("51", 25), ("54", 10), ("65", 10), ("88", 5)];
    private static readonly (string, int)[] CareHome = [("85", 85), ("65", 12), ("54", 3)];

    private readonly Bed[] beds = ReadBeds();

    /// <summary>The stay, with its person and history.</summary>
    public Stay Tell(PlannedStay plan)
    {
        var draw = new Draw("stay", plan.Number);
        return plan.Bed is { } bed ? Inpatient(plan, draw, bed) : Finished(plan, draw);
    }

    private Stay Inpatient(PlannedStay plan, Draw draw, int place)
    {
        var admittedAt = Moment(plan.AdmittedOn, draw.Below(plan.LongestDays == 0 ? 10 * 60 : 24 * 60));
        var until = Moment(anchor.AddDays(-1), 20 * 60);
        var stay = Admit(plan, draw, beds[place * beds.Length / Timetable.Inpatients], admittedAt, anchor.AddDays(draw.Below(9)));
        var rank = place * 37 % Timetable.Inpatients; // 37 and 450 share no factor: each rank comes once
        if (rank < NotMeeting)
        {
            Happen(stay, Reviews(plan, draw, admittedAt, until, ready: true), rank < WithPathway ? draw.Weighted<string>(DelayedPathways) : null, draw, plan, until);
        }
        else if (plan.LongestDays > 0)
        {
            var early = draw.Thousandth(100) ? draw.Weighted<string>(DelayedPathways) : null;
            Happen(stay, Reviews(plan, draw, admittedAt, until, ready: false), early, draw, plan, until);
        }

        return stay;
    }

    private Stay Finished(PlannedStay plan, Draw draw)
    {
        var ending = draw.Weighted<string>([("home", 940), ("died", 30), ("self", 20), ("cancelled", 10)]);
        var ready = ending == "home" || draw.Thousandth(500);
        var pathway = ready ? draw.Weighted<string>(Pathways) : null;
        var arranged = pathway is "P1" or "P2" or "P3";
        var days = Math.Min(plan.LongestDays, arranged ? LeastArranged + draw.Below(15) : Short(draw));
        var admittedAt = Moment(plan.AdmittedOn, days == 0 ? (6 * 60) + draw.Below(4 * 60) : draw.Below(24 * 60));
        var leftAt = Moment(plan.AdmittedOn.AddDays(days), (days == 0 ? 15 * 60 : 10 * 60) + draw.Below(5 * 60));
        var stay = Admit(plan, draw, draw.Of(beds), admittedAt, plan.AdmittedOn.AddDays(days));
        Happen(stay, Reviews(plan, draw, admittedAt, leftAt, ready), pathway, draw, plan, leftAt, arranged && days >= LeastArranged ? leftAt.AddDays(-5).AddHours(-draw.Below(24 * 5)) : null);
        switch (ending)
        {
            case "died":
                stay.Confirm(leftAt, "4", "79");
                break;
            case "self":
                stay.Confirm(leftAt, "6", "19");
                break;
            case "cancelled":
                var reason = string.Create(CultureInfo.InvariantCulture, $"{1 + draw.Below(13):D2}");
                stay.Cancel(reason, reason == DischargeCodes.CancelOther ? "Recorded twice by the ward" : null);
                break;
            default:
                stay.Confirm(leftAt, DischargeCodes.OnClinicalAdvice, draw.Weighted<string>(pathway switch { "P2" => CommunityBed, "P3" => CareHome, _ => Home }));
                break;
        }

        stay.Changed(leftAt);
        return stay;
    }

    private Stay Admit(PlannedStay plan, Draw draw, Bed bed, DateTimeOffset admittedAt, DateOnly expected)
    {
        var id = SeedId.Of(admittedAt, plan.Number, 0);
        var status = draw.Weighted<string>([("01", 98), ("02", 1), ("07", 1)]);
        return new Stay
        {
            Id = id,
            Trust = bed.Trust,
            Site = bed.Site,
            Ward = bed.Ward,
            SpellIdentifier = string.Create(CultureInfo.InvariantCulture, $"{plan.AdmittedOn:yyMMdd}-{plan.Number:D8}"),
            NhsNumber = status == "07" ? null : people.Number(plan.Person),
            NhsNumberStatus = status,
            AdmittedAt = admittedAt,
            AdmissionMethod = draw.Weighted<string>(AdmissionMethods),
            AdmitSource = draw.Weighted<string>(AdmitSources),
            PlannedDischargeDate = draw.Thousandth(850) ? expected : null,
            ChangedAt = admittedAt,
            Patient = people.Of(plan.Person, anchor),
        };
    }

    private static int Short(Draw draw) => draw.Weighted<int>([(0, 8), (1, 42), (4, 30), (10, 15), (20, 5)]) is var least and > 0 ? least + draw.Below(least < 4 ? 3 : 7) : 0;

    // Two to six reviews; the last say whether the person is ready. One in ten was ready before and met the criteria again.
    private static List<CriteriaReview> Reviews(PlannedStay plan, Draw draw, DateTimeOffset from, DateTimeOffset until, bool ready)
    {
        var (count, stay) = (2 + draw.Below(5), SeedId.Of(from, plan.Number, 0));
        var step = (int)((until - from).TotalMinutes / (count + 1));
        var readyFrom = ready ? count - 1 - draw.Below(count - 1) : count;
        var relapse = draw.Thousandth(100) ? draw.Below(Math.Max(1, readyFrom - 1)) : -1;
        var reviews = new List<CriteriaReview>(count);
        for (var i = 0; i < count; i++)
        {
            var at = from.AddMinutes((step * (i + 1)) + draw.Below(step / 2));
            List<string> met = i >= readyFrom || (i == relapse && i < readyFrom - 1) ? [] : Criteria(draw);
            reviews.Add(new CriteriaReview { Id = SeedId.Of(at, plan.Number, 1 + i), StayId = stay, ReviewedAt = at, Criteria = met, ReviewerRole = draw.Of(Reviewers) });
        }

        return reviews;
    }

    private static List<string> Criteria(Draw draw)
    {
        var first = 1 + draw.Below(11);
        var second = 1 + draw.Below(11);
        return [.. (draw.Thousandth(300) && first != second ? new[] { Math.Min(first, second), Math.Max(first, second) } : [first])
            .Select(code => code.ToString("D2", CultureInfo.InvariantCulture))];
    }

    // Reviews and pathway decisions in the order in which they happened, each counted as a change.
    private static void Happen(Stay stay, List<CriteriaReview> reviews, string? pathway, Draw draw, PlannedStay plan, DateTimeOffset until, DateTimeOffset? decidedAt = null)
    {
        var decisions = new Queue<PathwayDecision>();
        var latest = reviews[^1].ReviewedAt;
        if (pathway is not null && draw.Thousandth(120))
        {
            decisions.Enqueue(Decision(stay, plan, draw, stay.AdmittedAt + (((decidedAt ?? latest) - stay.AdmittedAt) / 2), 1, draw.Weighted<string>(Pathways)));
        }

        if (pathway is not null)
        {
            decisions.Enqueue(Decision(stay, plan, draw, decidedAt ?? latest + ((until - latest) / 2), 2, pathway));
        }

        foreach (var review in reviews)
        {
            Decide(stay, decisions, review.ReviewedAt);
            stay.Review(review);
            stay.Changed(review.ReviewedAt);
        }

        Decide(stay, decisions, until);
        StayWork.Do(stay, plan, until);
    }

    private static void Decide(Stay stay, Queue<PathwayDecision> decisions, DateTimeOffset before)
    {
        while (decisions.TryPeek(out var next) && next.DecidedAt < before)
        {
            stay.Assign(decisions.Dequeue());
            stay.Changed(next.DecidedAt);
        }
    }

    private static PathwayDecision Decision(Stay stay, PlannedStay plan, Draw draw, DateTimeOffset at, int part, string pathway) => new()
    {
        Id = SeedId.Of(at, plan.Number, 100 + part),
        StayId = stay.Id,
        Pathway = pathway,
        DecidedAt = at,
        DecidedByRole = draw.Of(Deciders),
        CareTransferHubReferred = pathway != "P0",
    };

    private static DateTimeOffset Moment(DateOnly day, int minute) => new(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), TimeSpan.Zero);

    private static Bed[] ReadBeds()
    {
        var trusts = SeedFile.Read("sites", row => (Site: row[0], Trust: row[1])).ToDictionary(s => s.Site, s => s.Trust);
        return [.. SeedFile.Read("wards", row => Enumerable.Repeat(new Bed(trusts[row[0]], row[0], row[1]), int.Parse(row[2], CultureInfo.InvariantCulture)))
            .SelectMany(ward => ward)];
    }
}
