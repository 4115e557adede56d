using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Counts care homes, their beds and the free ones for everyone, by kind of bed, area or age of the numbers. Stale numbers are unknown, never
/// vacancies. Small counts are hidden by the rule of <see cref="SmallCounts"/>, and so are beds whose number would tell of one home, or of how
/// few people live there.
/// </summary>
public sealed class CountCapacity(PublicAccount account, FreshnessPolicies policies, CodeSystems codes, TimeProvider clock)
{
    private static readonly Dictionary<CapacityDimension, string> Groupings = new()
    {
        [CapacityDimension.BedType] = $"""
            select k.bed_type, count(*), count(*) filter (where k.known), coalesce(sum(b.maximum) filter (where k.known), 0)::int,
                coalesce(sum(b.available) filter (where k.known and k.accepting), 0)::int, coalesce(sum(b.occupied) filter (where k.known), 0)::int
            from (select h.id, r.as_of >= $1 as known, r.accepting_admissions as accepting,
                    unnest(array(select d.bed_type from carehomes.declared_beds d where d.home_id = h.id union select b.bed_type from carehomes.bed_capacity b where b.home_id = h.id)) as bed_type
                from carehomes.care_home h left join carehomes.capacity_return r on r.home_id = h.id where {CapacitySql.Open} and ($3 is null or h.local_authority = $3)) k
            left join carehomes.told_beds b on b.home_id = k.id and b.bed_type = k.bed_type
            group by 1 order by 1
            """,
        [CapacityDimension.LocalAuthority] = Homes("h.local_authority"),
        [CapacityDimension.Freshness] = Homes("case when r.as_of is null then 'NEVER' when r.as_of >= $2 then 'FRESH' when r.as_of >= $1 then 'AGEING' else 'STALE' end"),
    };

    /// <summary>Counts them.</summary>
    public async Task<CapacityCounts> Run(Call call, Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        var check = new FieldChecks();
        var area = check.OptionalText(request.LocalAuthority, "local_authority", 20);
        check.Settle();
        var now = clock.GetUtcNow().Kept();
        var groups = await Read(request.By, area, await policies.Now(ct), now, ct);
        var homes = groups.ConvertAll(g => g.Homes);
        var hiddenHomes = SmallCounts.Hidden(homes);
        var hiddenBeds = HiddenBeds(groups, hiddenHomes);
        bool Untold(int i) => hiddenBeds[i] || groups[i].Known == 0;
        return new CapacityCounts(
            [.. groups.Select((g, i) => new CapacityCount(
                g.Key,
                Display(request.By, g.Key),
                hiddenHomes[i] ? null : g.Homes,
                Untold(i) ? null : g.Known,
                Untold(i) ? null : g.Beds,
                Untold(i) ? null : g.Available))],
            SmallCounts.Total(homes, hiddenHomes),
            SmallCounts.Total(groups.ConvertAll(g => g.Beds), hiddenBeds),
            SmallCounts.Total(groups.ConvertAll(g => g.Available), hiddenBeds),
            hiddenHomes.Contains(true) || hiddenBeds.Contains(true),
            now);
    }

    private static string Homes(string key) => $"""
        select {key}, count(*), count(*) filter (where r.as_of >= $1), coalesce(sum(n.maximum) filter (where r.as_of >= $1), 0)::int,
            coalesce(sum(n.available) filter (where r.as_of >= $1 and r.accepting_admissions), 0)::int, coalesce(sum(n.occupied) filter (where r.as_of >= $1), 0)::int
        from carehomes.care_home h left join carehomes.capacity_return r on r.home_id = h.id
        left join lateral (select sum(b.maximum) as maximum, sum(b.available) as available, sum(b.occupied) as occupied from carehomes.told_beds b where b.home_id = h.id) n on true
        where {CapacitySql.Open} and ($3 is null or h.local_authority = $3)
        group by 1 order by 1 nulls last
        """;

    // Whatever is given of beds must neither be small nor leave something small when it is taken from what else is given. Where no home's
    // numbers are known there is nothing to hide, and nothing to tell.
    private static bool[] HiddenBeds(List<Group> groups, bool[] hiddenHomes)
    {
        var hidden = groups.Select((g, i) => g.Known > 0 && (hiddenHomes[i] || Small(g.Known, g.Homes) || Small(g.Available, g.Beds) || Small(g.Occupied, g.Beds))).ToArray();
        // One that is hidden alone would follow from the totals, as nearly as they are given.
        var shown = Enumerable.Range(0, groups.Count).Where(i => !hidden[i] && groups[i].Known > 0).ToList();
        if (hidden.Count(h => h) == 1 && shown.Count > 0)
        {
            hidden[shown.MinBy(i => groups[i].Beds)] = true;
        }

        return hidden;

        static bool Small(int part, int whole) => part < SmallCounts.Least || (whole - part is > 0 and < SmallCounts.Least);
    }

    private async Task<List<Group>> Read(CapacityDimension by, string? area, FreshnessPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand(Groupings[by]);
        command.Parameters.Add(new() { Value = policy.KnownFrom(now) });
        command.Parameters.Add(new() { Value = policy.FreshFrom(now) });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = area });
        await using var row = await command.ExecuteReaderAsync(ct);
        var groups = new List<Group>();
        while (await row.ReadAsync(ct))
        {
            groups.Add(new Group(await row.IsDBNullAsync(0, ct) ? null : row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)));
        }

        return groups;
    }

    private string Display(CapacityDimension by, string? key) => (by, key) switch
    {
        (_, null) => "Elsewhere",
        (CapacityDimension.BedType, _) => codes.Named(CareHomeCodes.BedType, key).Display,
        (CapacityDimension.LocalAuthority, _) => codes.Named(CareHomeCodes.LocalAuthority, key).Display is { Length: > 0 } name ? name : key,
        _ => key switch { "NEVER" => "Never said", "FRESH" => "Fresh", "AGEING" => "Ageing", _ => "Stale: unknown" },
    };

    /// <summary>The request.</summary>
    /// <param name="By">What to count by.</param>
    /// <param name="LocalAuthority">Only homes that lie in this area, a GSS code.</param>
    public sealed record Request(CapacityDimension By, string? LocalAuthority = null);

    private sealed record Group(string? Key, int Homes, int Known, int Beds, int Available, int Occupied);
}
