using System.Collections.Concurrent;
using Halton.Hub.Access;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Journeys;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Placement;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Journeys;

/// <summary>Two hundred journeys drawn at random: what each partner sees is what the policies say, by the code's filters and, without them, by the row walls alone.</summary>
public sealed class JourneyModelTests(OneHub one) : IClassFixture<OneHub>
{
    private const int Journeys = 200;
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Each_partner_sees_what_a_model_of_the_policies_says_and_without_the_codes_filters_the_row_walls_say_the_same()
    {
        var world = await BedWorld.In(hub);
        var homes = new Dictionary<string, Guid> { ["CARE-HOME-1"] = (await world.Home("CARE-HOME-1")).Id, ["CARE-HOME-2"] = (await world.Home("CARE-HOME-2")).Id };
        var drawn = Enumerable.Range(1, Journeys).Select(seed => new RandomJourney(seed, homes)).ToList();
        foreach (var journey in drawn)
        {
            await journey.Save(hub);
        }

        await using var app = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        var (desk, seen) = (new JourneyModel(hub), new ConcurrentDictionary<(OrganizationKind, JourneyKind), bool>());
        await Parallel.ForEachAsync(drawn.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) =>
        {
            var (seed, journey) = (one.Index + 1, one.Item);
            foreach (var (org, kind) in RandomJourney.Partners)
            {
                var may = journey.MaySee(org, kind);
                var sees = await desk.Seen(org, kind, journey.Number);
                Assert.True(may.SetEquals(sees), $"seed {seed}, {org}: the model says {Tell(may)}, the hub tells {Tell(sees)}");
                var behindWalls = await Stripped(app, desk.Call(org, kind), journey.Number);
                Assert.True(may.SetEquals(behindWalls), $"seed {seed}, {org}, filters stripped: the model says {Tell(may)}, the row walls let through {Tell(behindWalls)}");
                foreach (var part in may)
                {
                    seen[(kind, part.Kind)] = true;
                }
            }

            foreach (var stranger in new[] { "VCFSE-1", "CARE-HOME-3", "NOBODY", "" })
            {
                Assert.Empty(await Stripped(app, desk.Call("RWW", OrganizationKind.AcuteTrust), journey.Number, stranger));
            }
        });

        // The draw must have shown everything to somebody of each kind that may see it, and every policy must have hidden something.
        Assert.Equal(
            [
                (OrganizationKind.AcuteTrust, "Discharge Referral Assessment Reservation Offer"),
                (OrganizationKind.Council, "Discharge Referral Assessment Reservation Offer Placement"),
                (OrganizationKind.IntermediateCare, "Referral"),
                (OrganizationKind.TrustedAssessor, "Discharge Referral Assessment Reservation Offer Placement"),
                (OrganizationKind.CareHome, "Referral Offer Placement"),
            ],
            seen.Keys.GroupBy(key => key.Item1, key => key.Item2).OrderBy(of => of.Key).Select(of => (of.Key, string.Join(' ', of.Order()))));
        Assert.All(RandomJourney.Partners, partner => Assert.Contains(drawn, journey => journey.MaySee(partner.Code, partner.Kind).Count < journey.Records));
        Assert.True(drawn.Sum(journey => journey.Records) > 1000);
    }

    [Fact]
    public void A_voluntary_organisation_is_let_in_nowhere() =>
        Assert.Equal("KIND_NOT_ALLOWED", Assert.Throws<Fault>(() => new JourneyModel(hub).Call("VCFSE-1", OrganizationKind.Vcfse)).Reason);

    // The statements as they are, but for each slice's own filter, which lets everything through.
    private static async Task<IReadOnlySet<(JourneyKind Kind, Guid Id)>> Stripped(NpgsqlDataSource app, Call call, string number, string? organization = null)
    {
        organization ??= call.Organization;
        await using var batch = app.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        foreach (var kind in Enum.GetValues<JourneyKind>())
        {
            var statement = FindJourney.Statement(kind, call.Caller);
            var stripped = new[] { DischargePolicy.Visible("$2"), ReferralPolicy.Visible("$2"), PlacementPolicy.Visible("$2"), FindJourney.Own("a", call.Caller), FindJourney.Own("r", call.Caller), FindJourney.Own("o", call.Caller) }
                .Aggregate(statement, (sql, filter) => sql.Replace(filter, "$2 <> '-'", StringComparison.Ordinal));
            Assert.NotEqual(statement, stripped);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(stripped) { Parameters = { new() { Value = number }, new() { Value = organization }, new() { Value = 1000 } } });
        }

        var seen = new HashSet<(JourneyKind, Guid)>();
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var kind in Enum.GetValues<JourneyKind>())
        {
            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                seen.Add((kind, reader.GetGuid(0)));
            }
        }

        return seen;
    }

    private static string Tell(IEnumerable<(JourneyKind Kind, Guid Id)> parts) => string.Join(", ", parts.Order().Select(part => $"{part.Kind} {part.Id}"));
}
