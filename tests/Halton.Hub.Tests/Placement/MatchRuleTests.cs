using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Matching;
using Xunit;

namespace Halton.Hub.Tests.Placement;

/// <summary>The hard rules and the score: each reason and each part by itself, and the order of what fits against a plain oracle.</summary>
public sealed class MatchRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly string[] Kinds = ["general-residential", "general-nursing", "dementia-residential", "dementia-nursing"];
    private static readonly string[] Ratings = ["outstanding", "good", "requires-improvement", "inadequate", "unknown"];
    private static readonly string[] Found = ["excellent", "good", "requires-improvement", "poor"];

    private static readonly MatchWeights Weights = new()
    {
        Version = 1,
        Distance = 20,
        Freshness = 10,
        Cqc = 15,
        Pamms = 10,
        InBorough = 10,
        Preference = 15,
        Continuity = 10,
        Price = 10,
        AddedAt = Now,
    };

    public static TheoryData<string, string> Reasons { get; } = new()
    {
        { "NOT_OPEN", "closed" },
        { "BED_TYPE_NOT_REGISTERED", "no nursing" },
        { "BED_TYPE_NOT_DECLARED", "undeclared" },
        { "CAPACITY_UNKNOWN", "stale" },
        { "CAPACITY_UNKNOWN", "silent" },
        { "NOT_ACCEPTING", "full stop" },
        { "NO_BED_AVAILABLE", "none free" },
        { "SANCTIONED", "stopped" },
        { "NOT_VALIDATED", "outside" },
        { "NOT_VALIDATED", "expired" },
        { "CAPABILITY_MISSING", "cannot" },
        { "CAPABILITY_MISSING", "too weak" },
        { "CAPABILITY_MISSING", "cannot isolate" },
        { "NO_AGREEMENT", "no agreement" },
        { "NOT_COVERED", "less agreed" },
        { "TOO_FAR", "far" },
        { "TOO_FAR", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_speaks_against_a_home_that_is_otherwise_right(string reason, string what)
    {
        var (wanted, home) = (Nursing(), Good());
        Assert.Empty(Eligibility.Against(wanted, home, wanted.MetresTo(home)));
        (wanted, home) = what switch
        {
            "closed" => (wanted, home with { Open = false }),
            "no nursing" => (wanted, home with { Nursing = false }),
            "undeclared" => (wanted, With(home, h => h.Beds = [new("general-nursing", false, null, 3)])),
            "stale" => (wanted, home with { AsOf = Now.AddDays(-8) }),
            "silent" => (wanted, home with { AsOf = null }),
            "full stop" => (wanted, home with { Accepting = false }),
            "none free" => (wanted, With(home, h => h.Beds = [new("general-nursing", true, null, 0)])),
            "stopped" => (wanted, With(home, h => h.Stops = [(Today, null)])),
            "outside" => (wanted, home with { LocalAuthority = "E06000007" }),
            "expired" => (wanted, With(home with { LocalAuthority = null }, h => h.Valid = [("E06000006", Today.AddDays(-1)), ("E08000012", Today)])),
            "cannot" => (wanted with { Needs = wanted.Needs with { Capabilities = [new("tracheostomy", null)] } }, home),
            "too weak" => (wanted with { Needs = wanted.Needs with { Capabilities = [new("bariatric", 201)] } }, home),
            "cannot isolate" => (wanted with { Needs = wanted.Needs with { Infection = "suspected" } }, home),
            "no agreement" => (wanted, With(home, h => h.Agreements = [new("HALTON-TA", ["nursing"], Today.AddDays(1), null), new("OTHER-TA", ["nursing"], Today, null)])),
            "less agreed" => (wanted, With(home, h => h.Agreements = [new("HALTON-TA", ["residential"], Today, null)])),
            "far" => (wanted with { Preferences = wanted.Preferences with { FarthestMetres = 500 } }, home),
            _ => (wanted with { Preferences = wanted.Preferences with { FarthestMetres = 300_000 } }, home with { Place = null }),
        };
        var against = Assert.Single(Eligibility.Against(wanted, home, wanted.MetresTo(home)));
        Assert.Equal(reason, against.Code);
        Assert.False(Eligibility.Fits(wanted, home, wanted.MetresTo(home)));
    }

    [Fact]
    public void What_was_a_reason_yesterday_is_none_today()
    {
        var (wanted, home) = (Nursing(), Good());
        Assert.Empty(Eligibility.Against(wanted, With(home, h => h.Stops = [(Today.AddDays(-9), Today)]), 1000));
        Assert.Empty(Eligibility.Against(wanted, With(home, h => h.Stops = [(Today.AddDays(1), null)]), 1000));
        Assert.Empty(Eligibility.Against(wanted, With(home with { LocalAuthority = null }, h => h.Valid = [("E06000006", Today)]), 1000));
        Assert.Empty(Eligibility.Against(wanted with { Needs = wanted.Needs with { Capabilities = [new("bariatric", 200)] } }, home, 1000));
    }

    [Fact]
    public void All_reasons_are_told_at_once() => Assert.Equal(
        ["NOT_OPEN", "BED_TYPE_NOT_DECLARED", "CAPACITY_UNKNOWN", "NOT_VALIDATED", "NO_AGREEMENT"],
        Eligibility.Against(Nursing(), new IndexedHome { Id = Guid.Empty, LocationId = "1-1", Name = "x", Open = false, Nursing = true, Cqc = "good" }, null).Select(r => r.Code));

    [Fact]
    public void Each_part_of_the_score_says_why()
    {
        var home = Good();
        var wanted = Nursing() with { WeeklyLimitPence = 100_000, Preferences = new AssessedPreferences { Near = "WA7", NearWhom = "partner", Homes = [Guid.CreateVersion7(), home.Id], InBorough = true } };
        var parts = Scoring.Parts(wanted, Weights, home, 3000).ToDictionary(p => p.Code);
        Assert.Equal([18, 10, 12, 8, 10, 12, 7, 10], parts.Values.Select(p => p.Points));
        Assert.Equal("3.0 km from the partner's home: 18 of 20", parts["distance"].Words);
        Assert.Equal("choice number 2: 12 of 15", parts["preference"].Words);
        Assert.Equal("£950.00 a week, within what may be spent: 10 of 10", parts["price"].Words);
        Assert.Equal(parts.Values.Sum(p => p.Points), Scoring.Of(wanted, Weights, home, 3000), 6);
        Assert.Equal(5, Scoring.Parts(wanted with { WeeklyLimitPence = 86_364 }, Weights, home, 3000).Single(p => p.Code == "price").Points);
        Assert.Equal(10, Scoring.Parts(wanted with { Preferences = new AssessedPreferences { LivedAt = home.Id } }, Weights, home, null).Single(p => p.Code == "continuity").Points);
    }

    [Fact]
    public void A_thousand_random_assessments_are_answered_as_a_plain_oracle_answers_them()
    {
        var random = new Random(20261126);
        var homes = Enumerable.Range(0, 400).Select(i => Some(random, i)).ToArray();
        var (fits, mutants) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var wanted = Some(random, homes);
            var (matches, excluded, fitting) = Comparison.Run(homes, wanted, Weights, 200, excludedToo: true);
            var expected = MatchOracle.Of(homes, wanted, Weights);
            Assert.Equal(expected.Matches.Take(200), matches.Select(m => (m.LocationId, m.Score)));
            Assert.Equal(expected.Excluded.Take(200), excluded.Select(e => $"{e.LocationId} {string.Join(' ', e.Reasons.Select(r => r.Code))}"));
            Assert.Equal(expected.Matches.Count, fitting);
            fits += fitting;

            // A rule that is left out must be seen.
            var careless = Comparison.Run([.. homes.Select(h => With(h, x => x.Stops = []))], wanted, Weights, 200, excludedToo: false);
            mutants += careless.Fitting == fitting ? 0 : 1;
        }

        Assert.InRange(fits, 5_000, 200_000);
        Assert.InRange(mutants, 100, 1000);
    }

    private static Wanted Nursing() => new()
    {
        Needs = new AssessedNeeds { BedType = "general-nursing", Infection = AssessedNeeds.NoInfection },
        Preferences = new AssessedPreferences(),
        Near = Globe.Point(53.33, -2.70),
        Council = "E06000006",
        Area = "E06000006",
        Assessor = "HALTON-TA",
        Today = Today,
        Now = Now,
        Freshness = new FreshnessPolicy(),
        Competencies = ["nursing"],
    };

    private static IndexedHome Good() => With(
        new IndexedHome
        {
            Id = Guid.CreateVersion7(),
            LocationId = "1-999300001",
            Name = "Thistlequay",
            Open = true,
            Nursing = true,
            LocalAuthority = "E06000006",
            Place = Globe.Point(53.34, -2.71),
            Cqc = "good",
            Pamms = "good",
            AsOf = Now.AddHours(-2),
            Accepting = true,
        },
        h =>
        {
            h.Beds = [new("general-nursing", true, 95_000, 2)];
            h.Capabilities = [("bariatric", 200)];
            h.Agreements = [new("HALTON-TA", ["nursing", "dementia"], Today.AddDays(-9), Today)];
        });

    private static IndexedHome With(IndexedHome home, Action<IndexedHome> change)
    {
        var copy = home with { };
        change(copy);
        return copy;
    }

    private static IndexedHome Some(Random random, int i) => With(
        new IndexedHome
        {
            Id = Guid.CreateVersion7(),
            LocationId = $"1-9994{random.Next(10_000):D4}{i:D3}",
            Name = $"Quillmoor {i}",
            Open = random.Next(20) > 0,
            Nursing = random.Next(3) > 0,
            LocalAuthority = random.Next(20) == 0 ? null : random.Next(4) > 0 ? "E06000006" : "E06000007",
            Place = random.Next(20) == 0 ? null : Globe.Point(53.2 + (random.Next(30) * 0.01), -2.9 + (random.Next(30) * 0.01)),
            Cqc = Ratings[random.Next(Ratings.Length)],
            Pamms = random.Next(3) == 0 ? null : Found[random.Next(Found.Length)],
            AsOf = random.Next(15) == 0 ? null : Now.AddHours(-random.Next(220)),
            Accepting = random.Next(15) > 0,
        },
        h =>
        {
            h.Beds = [.. Kinds.Where(_ => random.Next(3) > 0).Select(kind => new IndexedBeds(kind, random.Next(12) > 0, random.Next(4) == 0 ? null : 70_000 + random.Next(60_000), random.Next(8) == 0 ? null : random.Next(4)))];
            h.Capabilities = [.. new[] { ("bariatric", (int?)(120 + random.Next(200))), ("isolation-room", null), ("dementia-plus", null) }.Where(_ => random.Next(4) > 0)];
            h.Stops = random.Next(12) == 0 ? [(Today.AddDays(random.Next(-9, 3)), random.Next(2) == 0 ? null : Today.AddDays(random.Next(3)))] : [];
            h.Valid = random.Next(2) == 0 ? [("E06000006", Today.AddDays(random.Next(-5, 50)))] : [];
            h.Agreements = random.Next(8) == 0 ? [] : [new("HALTON-TA", random.Next(5) == 0 ? ["residential"] : ["nursing", "dementia"], Today.AddDays(random.Next(-90, 3)), random.Next(3) == 0 ? null : Today.AddDays(random.Next(-2, 90)))];
        });

    private static Wanted Some(Random random, IndexedHome[] homes)
    {
        var near = random.Next(4) > 0;
        var needs = new AssessedNeeds
        {
            BedType = Kinds[random.Next(Kinds.Length)],
            Infection = random.Next(4) == 0 ? "confirmed" : AssessedNeeds.NoInfection,
            Capabilities = random.Next(3) == 0 ? [new("bariatric", 100 + random.Next(200))] : random.Next(4) == 0 ? [new("dementia-plus", null)] : [],
        };
        return Nursing() with
        {
            Needs = needs,
            Competencies = AgreementCover.Asked(needs),
            Near = near ? Globe.Point(53.2 + (random.Next(30) * 0.01), -2.9 + (random.Next(30) * 0.01)) : null,
            WeeklyLimitPence = random.Next(3) == 0 ? null : 70_000 + random.Next(50_000),
            Preferences = new AssessedPreferences
            {
                Near = near ? "WA7" : null,
                NearWhom = near ? new[] { "own-home", "partner", "family" }[random.Next(3)] : null,
                FarthestMetres = near && random.Next(3) == 0 ? 5_000 + random.Next(20_000) : null,
                InBorough = random.Next(2) == 0,
                Homes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => homes[random.Next(homes.Length)].Id).Distinct()],
                LivedAt = random.Next(5) == 0 ? homes[random.Next(homes.Length)].Id : null,
            },
        };
    }
}
