using System.Diagnostics;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Report;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Matching;
using Npgsql;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// The comparison of homes that MatchHomes makes, over as many homes as England has, on one core: as the index holds them, read from a hub's
/// own database. Half and a quarter of the homes show how the time grows.
/// </summary>
internal static class MatchHomesRow
{
    private const double Most = 10;
    private const int Assessments = 1_000;

    // Homes all over England, each with what a comparison asks of it; four of five have an agreement with the assessors.
    private const string Furnish = """
        begin;
        select set_config('hub.org', 'SYSTEM:Seed', true);
        update carehomes.care_home h set latitude = 50.5 + (('x' || substr(md5(h.location_id), 1, 6))::bit(24)::int % 4500) / 1000.0, longitude = -3.5 + (('x' || substr(md5(h.location_id), 7, 6))::bit(24)::int % 4500) / 1000.0,
            service_types = case when ('x' || substr(md5(h.location_id), 13, 2))::bit(8)::int % 2 = 0 then array['Care home service with nursing'] else '{}' end,
            local_authority = case when ('x' || substr(md5(h.location_id), 15, 2))::bit(8)::int % 3 = 0 then h.local_authority else 'E06000006' end
        where h.provider_id = '1-777';
        insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, closure_reason, told_stale, version)
        select h.id, now() - make_interval(hours => n.n % 160), now(), 'home', n.n % 11 > 0, case when n.n % 11 > 0 then null else 'outbreak' end, false, 1
        from (select id, (row_number() over (order by id))::int as n from carehomes.care_home where provider_id = '1-777') n join carehomes.care_home h on h.id = n.id;
        insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available)
        select d.home_id, d.bed_type, 20, 17, 0, ('x' || substr(md5(d.home_id || d.bed_type), 1, 2))::bit(8)::int % 4 from carehomes.declared_beds d join carehomes.care_home h on h.id = d.home_id where h.provider_id = '1-777';
        update carehomes.declared_beds d set weekly_price_pence = 70000 + ('x' || substr(md5(d.home_id || d.bed_type), 3, 4))::bit(16)::int % 60000 where d.home_id in (select id from carehomes.care_home where provider_id = '1-777');
        insert into carehomes.capability (home_id, code, max_kg) select h.id, 'bariatric', 150 + ('x' || substr(md5(h.location_id), 17, 2))::bit(8)::int from carehomes.care_home h where h.provider_id = '1-777';
        insert into carehomes.capability (home_id, code) select h.id, 'isolation-room' from carehomes.care_home h where h.provider_id = '1-777' and ('x' || substr(md5(h.location_id), 19, 2))::bit(8)::int % 2 = 0;
        insert into carehomes.assessor_agreement (id, home_id, assessor, council, competencies, valid_from, review_due, recorded_at)
        select gen_random_uuid(), h.id, 'HALTON-TA', 'E06000006', array['residential', 'nursing', 'dementia'], current_date - 9, current_date + 99, now()
        from carehomes.care_home h where h.provider_id = '1-777' and ('x' || substr(md5(h.location_id), 21, 2))::bit(8)::int % 5 > 0;
        commit;
        """;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var folder = await DataFolders.Seeded(options, "match-homes", 1, ct);
        await using var hub = await HubProcess.Start(options, folder, ct);
        await ManyHomes.Make(hub.Database, ct);
        if (await hub.Database.Value<long>("select count(*) from carehomes.capacity_return r join carehomes.care_home h on h.id = r.home_id where h.provider_id = '1-777'", ct) == 0)
        {
            await hub.Database.Do(Furnish, ct);
            await hub.Database.Do("vacuum analyze", ct);
        }

        await using var source = NpgsqlDataSource.Create(hub.Database.Connection);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        var homes = (await HomeIndexSql.Read(source, null, ct)).Where(h => h.LocationId.StartsWith("1-777", StringComparison.Ordinal)).ToArray();
        var (load, memory) = (Stopwatch.GetElapsedTime(began).TotalSeconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
        var sizes = new[] { homes.Length / 4, homes.Length / 2, homes.Length };
        var figures = sizes.Select(size => (Size: size, Took: Compare(homes[..size]))).ToList();
        var (quarter, whole) = (figures[0].Took, figures[^1].Took);
        var growth = At(whole, 0.5) / At(quarter, 0.5);
        return new RowResult(
            "a quarter of the homes",
            [
                .. figures.Select(f => new Figure($"{Show.Whole(f.Size)} homes, p50 / p99 ms", $"{Show.Two(At(f.Took, 0.5))} / {Show.Two(At(f.Took, 0.99))}")),
                new Figure("four times the homes take, times as long", Show.Two(growth)),
                new Figure("reading all homes, s", Show.Two(load)),
                new Figure("memory of the index, MB", Show.Two(memory)),
            ],
            [
                new Promise("p99 ≤ 10 ms on one core", Show.Two(At(whole, 0.99)), At(whole, 0.99) <= Most),
                new Promise("time grows with the homes: four times as many, at most five times as long", Show.Two(growth), growth <= 5),
            ],
            [$"{Show.Whole(Assessments)} random assessments after as many to warm up, one after the other on one thread; 20 homes and 20 that do not fit are answered with all words."]);
    }

    private static double[] Compare(IndexedHome[] homes)
    {
        var random = new Random(7);
        var took = new double[Assessments];
        for (var i = -Assessments; i < Assessments; i++)
        {
            var wanted = Some(random, homes);
            var began = Stopwatch.GetTimestamp();
            var (matches, excluded, _) = Comparison.Run(homes, wanted, Weights, 20, excludedToo: true);
            if (i >= 0)
            {
                took[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            if (matches.Count + excluded.Count == 0)
            {
                throw new BenchFailed("A comparison told of no home at all.");
            }
        }

        Array.Sort(took);
        return took;
    }

    private static double At(double[] took, double share) => took[(int)((took.Length - 1) * share)];

    private static MatchWeights Weights { get; } = new()
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
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    private static Wanted Some(Random random, IndexedHome[] homes)
    {
        var needs = new AssessedNeeds
        {
            BedType = ManyHomes.Kinds[random.Next(ManyHomes.Kinds.Length)],
            Infection = random.Next(5) == 0 ? "suspected" : AssessedNeeds.NoInfection,
            Capabilities = random.Next(4) == 0 ? [new("bariatric", 120 + random.Next(200))] : [],
        };
        var now = TimeProvider.System.GetUtcNow();
        return new Wanted
        {
            Needs = needs,
            Preferences = new AssessedPreferences
            {
                Near = "WA7",
                NearWhom = random.Next(2) == 0 ? "partner" : "own-home",
                FarthestMetres = random.Next(3) == 0 ? 20_000 + random.Next(200_000) : null,
                InBorough = random.Next(2) == 0,
                Homes = [.. Enumerable.Range(0, random.Next(4)).Select(_ => homes[random.Next(homes.Length)].Id)],
            },
            WeeklyLimitPence = random.Next(3) == 0 ? null : 80_000 + random.Next(40_000),
            Near = Globe.Point(50.5 + (random.NextDouble() * 4.5), -3.5 + (random.NextDouble() * 4.5)),
            Council = "E06000006",
            Area = "E06000006",
            Assessor = "HALTON-TA",
            Today = DateOnly.FromDateTime(now.UtcDateTime),
            Now = now,
            Freshness = new FreshnessPolicy(),
            Competencies = AgreementCover.Asked(needs),
        };
    }
}
