using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement.Matching;

/// <summary>Reads care homes for the index: all of them, or those that something has happened to.</summary>
internal static class HomeIndexSql
{
    private const string Reader = "SYSTEM:HomeIndex";
    private const string These = "($1::uuid[] is null or {0} = any ($1))";

    private static readonly string[] Parts =
    [
        For("""
            select h.id, h.location_id, h.name, h.is_care_home and h.registration_status = 'Registered' and not h.dormant, 'Care home service with nursing' = any (h.service_types),
                h.local_authority, h.latitude, h.longitude, h.rating_overall, r.as_of, r.accepting_admissions,
                (select p.overall from carehomes.pamms_assessment p where p.home_id = h.id order by p.assessed_on desc, p.recorded_at desc limit 1)
            from carehomes.care_home h left join carehomes.capacity_return r on r.home_id = h.id where h.is_care_home and {0}
            """, "h.id"),
        For("""
            select coalesce(d.home_id, t.home_id), coalesce(d.bed_type, t.bed_type), d.bed_type is not null, d.weekly_price_pence, t.available
            from carehomes.declared_beds d full join carehomes.told_beds t on t.home_id = d.home_id and t.bed_type = d.bed_type where {0}
            """, "coalesce(d.home_id, t.home_id)"),
        For("select c.home_id, c.code, c.max_kg from carehomes.capability c where {0}", "c.home_id"),
        For("select s.home_id, s.\"from\", s.lifted_on from carehomes.sanction s where s.kind = 'admissions-suspended' and {0}", "s.home_id"),
        For("select v.home_id, v.council, greatest(v.expires_on, v.override_until) from carehomes.validation v where v.decision in ('valid', 'valid-with-conditions') and {0}", "v.home_id"),
        For("select a.home_id, a.assessor, a.competencies, a.valid_from, a.valid_to from carehomes.assessor_agreement a where {0}", "a.home_id"),
    ];

    /// <summary>Reads them; null means all.</summary>
    public static async Task<List<IndexedHome>> Read(NpgsqlDataSource source, IReadOnlyCollection<Guid>? which, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), Reader);
        foreach (var part in Parts)
        {
            batch.BatchCommands.Add(WalledBatch.Command(part, new NpgsqlParameter<Guid[]?> { TypedValue = which?.ToArray() }));
        }

        // All of England's homes take longer than a call may.
        batch.Timeout = 60;
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var homes = new Dictionary<Guid, IndexedHome>();
        while (await row.ReadAsync(ct))
        {
            homes.Add(row.GetGuid(0), Home(row));
        }

        await Each(row, homes, r => new IndexedBeds(string.Intern(r.GetString(1)), r.GetBoolean(2), r.ValueAt<long>(3), r.ValueAt<int>(4)), (home, all) => home.Beds = all, ct);
        await Each(row, homes, r => (string.Intern(r.GetString(1)), r.ValueAt<int>(2)), (home, all) => home.Capabilities = all, ct);
        await Each(row, homes, r => (Day(r, 1)!.Value, Day(r, 2)), (home, all) => home.Stops = all, ct);
        await Each(row, homes, r => (string.Intern(r.GetString(1)), Day(r, 2)), (home, all) => home.Valid = all, ct);
        await Each(row, homes, r => new IndexedAgreement(string.Intern(r.GetString(1)), r.GetFieldValue<string[]>(2), Day(r, 3)!.Value, Day(r, 4)), (home, all) => home.Agreements = all, ct);
        return [.. homes.Values];
    }

    private static string For(string sql, string home) => sql.Replace("{0}", These.Replace("{0}", home, StringComparison.Ordinal), StringComparison.Ordinal);

    private static IndexedHome Home(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        LocationId = row.GetString(1),
        Name = row.GetString(2),
        Open = row.GetBoolean(3),
        Nursing = row.GetBoolean(4),
        LocalAuthority = row.IsDBNull(5) ? null : string.Intern(row.GetString(5)),
        Place = row.IsDBNull(6) ? null : Globe.Point(row.GetDouble(6), row.GetDouble(7)),
        Cqc = string.Intern(row.GetString(8)),
        AsOf = row.ValueAt<DateTimeOffset>(9),
        Accepting = row.ValueAt<bool>(10),
        Pamms = row.IsDBNull(11) ? null : string.Intern(row.GetString(11)),
    };

    private static async Task Each<T>(NpgsqlDataReader row, Dictionary<Guid, IndexedHome> homes, Func<NpgsqlDataReader, T> read, Action<IndexedHome, T[]> keep, CancellationToken ct)
    {
        await row.NextResultAsync(ct);
        var found = new Dictionary<Guid, List<T>>();
        while (await row.ReadAsync(ct))
        {
            var home = row.GetGuid(0);
            if (!found.TryGetValue(home, out var of))
            {
                found.Add(home, of = []);
            }

            of.Add(read(row));
        }

        foreach (var (home, all) in found)
        {
            if (homes.TryGetValue(home, out var known))
            {
                keep(known, [.. all]);
            }
        }
    }

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
