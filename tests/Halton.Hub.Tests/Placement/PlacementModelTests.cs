using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>Random commands on the way to a placement, against the hub and against a pure model, which must agree after each of them.</summary>
public sealed class PlacementModelTests(OneHub one) : IClassFixture<OneHub>
{
    private const int People = 3;
    private const int Beds = 2;
    private const int Commands = 50;
    private static readonly string[] Houses = ["CARE-HOME-1", "CARE-HOME-2"];
    // Half of the commands go on, so that some people arrive.
    private static readonly string[] Forward = ["confirm", "accept", "offer", "reserve"];
    private readonly HubUnderTest hub = one.Hub;
    private readonly Dictionary<string, int> seen = [];

    [Fact]
    public async Task The_hub_and_the_model_never_disagree()
    {
        // The model knows no quota.
        await hub.Execute("update placement.flow_policy set most_held = 10000");
        await hub.Services.GetRequiredService<FlowPolicies>().Renew(CancellationToken.None);
        for (var seed = 1; seed <= 24; seed++)
        {
            await Play(seed);
        }

        // The commands reached what they are there for.
        foreach (var (what, least) in new[] { ("confirm ok", 5), ("dispute ok", 2), ("accept ok", 10), ("reserve NO_BED_AVAILABLE", 5), ("reserve BED_ALREADY_HELD", 5), ("offer ACCEPTED_ELSEWHERE", 1), ("offer STILL_MEETS_CRITERIA", 1), ("reassess STAY_CLOSED", 1) })
        {
            Assert.True(seen.GetValueOrDefault(what) >= least, $"{what}: {seen.GetValueOrDefault(what)}");
        }
    }

    private async Task Play(int seed)
    {
        var (random, world, model) = (new Random(seed), await BedWorld.In(hub), new PlacementModel(People, Houses.Length, Beds));
        var homes = new List<CareHome>();
        foreach (var house in Houses)
        {
            homes.Add(await world.Home(house, Beds));
        }

        var known = new List<Known>();
        for (var i = 0; i < People; i++)
        {
            known.Add(new Known(await world.Ready(), Houses.Length));
        }

        var told = new List<string>();
        for (var n = 0; n < Commands; n++)
        {
            var (person, home) = (random.Next(People), random.Next(Houses.Length));
            var sensible = model.Sensible(person, home).ToList();
            var command = random.Next(2) == 0 ? Forward.FirstOrDefault(sensible.Contains) ?? sensible[0] : sensible[random.Next(sensible.Count)];
            told.Add($"{command} {person} {home}");
            var (expected, came) = (model.Do(command, person, home), await Do(world, command, known[person], homes[home], home));
            Assert.True(expected == came, $"seed {seed}: {string.Join(", ", told)}: the model says {expected}, the hub {came}");
            seen[$"{command} {came}"] = seen.GetValueOrDefault($"{command} {came}") + 1;
            await Agree(world, model, known, homes, $"seed {seed}: {string.Join(", ", told)}");
        }
    }

    private async Task Agree(BedWorld world, PlacementModel model, List<Known> known, List<CareHome> homes, string story)
    {
        for (var home = 0; home < homes.Count; home++)
        {
            Assert.True(model.Free(home) == (await world.Told(homes[home])).Available, $"{story}: beds of home {home}");
        }

        for (var person = 0; person < known.Count; person++)
        {
            for (var home = 0; home < homes.Count; home++)
            {
                var state = known[person].Offers[home] is { } offer ? (await world.Get(offer)).State : "";
                Assert.True(model.Offer(person, home) == state, $"{story}: offer of person {person} to home {home} is {state}, not {model.Offer(person, home)}");
            }

            var found = await hub.Value<string>("select coalesce((select version || ' ' || (dispute_reason is not null) from placement.assessment where stay_id = $1), '0 false')", known[person].Stay.Id);
            Assert.Equal($"{model.Assessment(person).Version} {(model.Assessment(person).Disputed ? "true" : "false")}", found);
            Assert.Equal(model.Closed(person), await hub.Value<bool>("select state > 3 from discharge.stay where id = $1", known[person].Stay.Id));
        }
    }

    private static async Task<string> Do(BedWorld world, string command, Known person, CareHome home, int at)
    {
        try
        {
            await Ask(world, command, person, home, at);
            return "ok";
        }
        catch (Fault fault)
        {
            return fault.Reason;
        }
    }

    private static async Task Ask(BedWorld world, string command, Known person, CareHome home, int at)
    {
        var now = world.Care.Clock.GetUtcNow();
        switch (command)
        {
            case "assess" or "reassess":
                var again = command == "reassess" && person.Assessment is not null ? await Latest(world, person) : null;
                var assessed = await world.Care.The<RecordAssessment>().Run(world.As("RecordAssessment"), Assessing(person, again, now), CancellationToken.None);
                person.Assessment = assessed.Id;
                break;
            case "well" or "unwell":
                await world.Care.The<ReviewCriteriaToReside>().Run(
                    world.Care.As(BedWorld.Trust, "ReviewCriteriaToReside", OrganizationKind.AcuteTrust),
                    new(RequestId(), person.Stay.Id.ToString(), now, command == "unwell" ? [new Coding("", "02")] : [], "consultant", null),
                    CancellationToken.None);
                break;
            case "reserve":
                person.Beds[at] = (await world.Reserved(new(RequestId(), person.Assessment.ToString()!, [home.LocationId], 0))).Id;
                break;
            case "release":
                await world.Released(await Held(world, person.Beds[at]));
                break;
            case "offer":
                person.Offers[at] = (await world.Offered(await Held(world, person.Beds[at]))).Id;
                break;
            case "withdraw":
                await world.Withdrawn(await world.Get(person.Offers[at]!.Value));
                break;
            case "confirm":
                await world.Confirmed(world.Confirming(await world.Get(person.Offers[at]!.Value)));
                break;
            default:
                var (answer, reason, text) = command switch
                {
                    "accept" => (OfferAnswer.Accept, (string?)null, (string?)null),
                    "decline" => (OfferAnswer.Decline, "22", null),
                    _ => (OfferAnswer.Dispute, "incomplete", "Nothing is said of the nights."),
                };
                await world.Answered(await world.Get(person.Offers[at]!.Value), answer, reason, text);
                break;
        }
    }

    private static async Task<AssessmentState> Latest(BedWorld world, Known person) =>
        await world.Care.The<GetAssessment>().Run(world.As("GetAssessment"), person.Assessment.ToString(), 0, CancellationToken.None);

    private static async Task<ReservationState> Held(BedWorld world, Guid bed) => await world.Care.The<GetReservation>().Run(world.As("GetReservation"), bed.ToString(), CancellationToken.None);

    private static RecordAssessment.Request Assessing(Known person, AssessmentState? again, DateTimeOffset now) => new(
        RequestId(),
        again is null ? person.Stay.Id.ToString() : null,
        again?.Id.ToString(),
        again?.Etag,
        now,
        "assessor 7",
        0,
        new(new Coding("", BedWorld.Kind), [], [], new Coding("", "none")),
        null,
        new(new Coding("", "local-authority"), 0),
        new(new Coding("", "own-consent"), new Coding("", "has-capacity")));

    private sealed class Known(Stay stay, int homes)
    {
        public Stay Stay { get; } = stay;

        public Guid? Assessment { get; set; }

        public Guid[] Beds { get; } = new Guid[homes];

        public Guid?[] Offers { get; } = new Guid?[homes];
    }
}
