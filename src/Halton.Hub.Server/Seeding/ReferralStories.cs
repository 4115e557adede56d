using Halton.Hub.Foundation;
using Halton.Hub.Referrals;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Tells the stories of the demonstration's referrals by calling the referral's own rules: some dozens that are open, at every step and a few of them late,
/// and some months of those that have ended.
/// </summary>
internal sealed class ReferralStories(CareService care, IReadOnlyDictionary<string, CareTier> tiers, IReadOnlyDictionary<string, string> councils, DateOnly anchor, People people)
{
    /// <summary>So many are told.</summary>
    public const int Count = 240;

    private const int Open = 40;
    private const int Adult = 18;
    private const string Role = "Triage nurse";

    private static readonly (string, int)[] Tiers = [("crisis", 40), ("reablement", 25), ("halton-72h", 35)];
    private static readonly (string, int)[] Requesters = [("RWW", 30), ("RBN", 20), ("E06000006", 35), ("CARE-HOME-1", 10), ("CARE-HOME-2", 5)];
    private static readonly (string, int)[] Conditions = [("falls", 35), ("frailty", 20), ("reduced-function", 18), ("confusion", 10), ("equipment", 7), ("catheter", 5), ("carer-breakdown", 5)];
    private static readonly (string, int)[] Outcomes = [("independent", 30), ("less-care", 25), ("same-care", 20), ("more-care", 8), ("long-term-service", 7), ("hospital", 7), ("died", 3)];
    private static readonly (string, int)[] Later = [("at-home", 84), ("care-home", 6), ("hospital", 5), ("died", 3), ("not-known", 2)];
    private static readonly string[] Disciplines = ["physiotherapist", "occupational-therapist", "reablement-worker", "nurse", "community-care-worker"];

    private static readonly string[] Reasons =
    [
        "Fell at home, no injury seen, cannot get about alone.", "Off legs for two days, family worried.", "More confused since the weekend.",
        "Needs help to wash and dress for some weeks.", "Not managing the stairs, a commode is needed today.", "Unpaid carer is exhausted.",
    ];

    /// <summary>One of them, as it stands now.</summary>
    public Referral Tell(int number, DateTimeOffset now)
    {
        var draw = new Draw("referral", number);
        var tier = tiers[draw.Weighted<string>(Tiers)];
        var open = number < Open;
        var asked = now.AddMinutes(-(open ? 5 + draw.Below(tier.ElapsedMinutes * 11 / 10) : (tier.ElapsedMinutes * 2) + 1440 + draw.Below(160 * 24 * 60)));
        var referral = Ask(number, draw, tier, asked);
        var left = open ? now - asked : TimeSpan.FromMinutes(tier.ElapsedMinutes);
        switch (open ? draw.Weighted<string>([("requested", 30), ("triaged", 20), ("accepted", 15), ("allocated", 15), ("met", 20)]) : draw.Weighted<string>([("done", 85), ("rejected", 8), ("cancelled", 7)]))
        {
            case "rejected":
                referral.Reject("23", null, asked + (left / 10));
                break;
            case "cancelled":
                referral.Cancel("11", null, asked + (left / 8));
                break;
            case "requested":
                break;
            case "triaged":
                Go(referral, draw, tier, asked, left, 1);
                break;
            case "accepted":
                Go(referral, draw, tier, asked, left, 2);
                break;
            case "allocated":
                Go(referral, draw, tier, asked, left, 3);
                break;
            case "met":
                Go(referral, draw, tier, asked, left, 4);
                break;
            default:
                Go(referral, draw, tier, asked, left, 4);
                Finish(referral, draw, tier, now);
                break;
        }

        return referral;
    }

    private Referral Ask(int number, Draw draw, CareTier tier, DateTimeOffset asked)
    {
        // Three quarters of the way into the range, where neither stays nor placements nor tests come to.
        var person = (people.Count / 4 * 3) + (number * 7);
        var patient = people.Of(person, anchor);
        while (PartialDate.Earliest(patient.BirthDate!).AddYears(Adult) > LondonTime.Day(asked))
        {
            patient = people.Of(++person, anchor);
        }

        var timing = tier.Timing(care.Hours, asked, null, _ => false);
        return new Referral
        {
            Id = SeedId.Of(asked, number, 200),
            JourneyId = SeedId.Of(asked, number, 201),
            JourneyStartedAt = asked,
            Service = care.Code,
            Performer = care.Organization,
            Requester = draw.Weighted<string>(Requesters),
            Council = patient.LocalAuthority is { } area ? councils.GetValueOrDefault(area) : null,
            NhsNumber = people.Number(person),
            NhsNumberStatus = "01",
            Patient = patient,
            FromHospitalBed = false,
            RequestedTier = tier.Code,
            Tier = tier.Code,
            Conditions = [draw.Weighted<string>(Conditions)],
            ReasonText = draw.Of(Reasons),
            ReferredAt = asked,
            RequestedAt = asked,
            DueElapsed = timing.DueElapsed,
            DueService = timing.DueService,
            BreachAt = timing.BreachAt,
            WarnAt = timing.WarnAt,
            ChangedAt = asked,
        };
    }

    private void Go(Referral referral, Draw draw, CareTier tier, DateTimeOffset asked, TimeSpan left, int steps)
    {
        var at = asked + (left / 12);
        var discipline = draw.Of(Disciplines);
        referral.TriageAs(new Triage(1, tier.Code, [.. referral.Conditions], [], [discipline], at, Role, null), null, tier.Timing(care.Hours, asked, null, _ => false), at);
        if (steps > 1)
        {
            referral.Accept(at += left / 12);
        }

        if (steps > 2)
        {
            referral.Allocate(new Allocation(tier.TeamTypes[0], [discipline], at += left / 12, "Coordinator"), at);
        }

        if (steps > 3)
        {
            // Seen in time by four in five.
            at += draw.Thousandth(800) ? left / 4 : left * 9 / 10;
            referral.Meet(new Contact(at, ReferralCodes.FaceToFace, discipline, null), at);
        }
    }

    private static void Finish(Referral referral, Draw draw, CareTier tier, DateTimeOffset now)
    {
        var seen = referral.FirstContactAt!.Value;
        var done = Earlier(seen.AddDays(draw.Below(30)).AddHours(3), now);
        var due = tier.FollowUpDue(seen);
        referral.Complete(draw.Weighted<string>(Outcomes), null, due, done);
        if (referral.FollowUpDue is { } day && day < LondonTime.Day(now) && draw.Thousandth(850))
        {
            referral.FollowUp(draw.Weighted<string>(Later), day, Earlier(new DateTimeOffset(day.AddDays(1), new TimeOnly(10, 0), TimeSpan.Zero), now));
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
