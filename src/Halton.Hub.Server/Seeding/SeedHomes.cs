using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// The demonstration's care homes: what CQC would say of them from <c>seeds/cqc</c>, and what homes and councils would have told the hub from
/// <c>seeds/carehomes</c>. Columns <c>x_days_ago</c> and <c>x_in_days</c> count from the anchor day, <c>minutes_ago</c> from the moment of
/// the load. A hub that knows any home already is left alone.
/// </summary>
internal static class SeedHomes
{
    /// <summary>Each file with the statement that takes it in from <c>seeded</c>, a table of texts with the file's own columns: $1 is the anchor day, $2 the moment.</summary>
    private static readonly (string File, string Sql)[] Files =
    [
        ("organization", "update carehomes.care_home h set organization = s.organization from seeded s where h.location_id = s.location_id"),
        ("council_policy", """
            insert into carehomes.council_policy (council, valid_for_months, cqc_fresh_hours, host_reply_days, host_reply_months, inspection_months, near_miles, latitude, longitude)
            select council, 12, 24, 14, 12, 36, 10, latitude::float8, longitude::float8 from seeded
            """),
        ("bed_type", """
            with declared as (
                insert into carehomes.declaration (home_id, declared_at, version)
                select distinct h.id, $2::timestamptz, 1 from seeded s join carehomes.care_home h using (location_id))
            insert into carehomes.declared_beds (home_id, bed_type, maximum, weekly_price_pence) select h.id, s.bed_type, s.maximum::int, nullif(s.weekly_price_pence, '')::bigint from seeded s join carehomes.care_home h using (location_id)
            """),
        ("capability", "insert into carehomes.capability (home_id, code, max_kg) select h.id, s.capability, nullif(s.max_kg, '')::int from seeded s join carehomes.care_home h using (location_id)"),
        ("capacity", """
            with line as (
                select h.id as home_id, s.*, $2::timestamptz - make_interval(mins => s.minutes_ago::int) as as_of from seeded s join carehomes.care_home h using (location_id)),
            latest as (
                insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, closure_reason, told_stale, version)
                select distinct on (home_id) home_id, as_of, as_of, 'seed', accepting::boolean, nullif(closure_reason, ''), false, 1 from line
                returning home_id),
            beds as (
                insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available)
                select home_id, bed_type, maximum::int, occupied::int, reserved::int, available::int from line)
            insert into carehomes.capacity_history (home_id, bed_type, as_of, received_at, source, maximum, occupied, reserved, available, accepting_admissions)
            select home_id, bed_type, as_of, as_of, 'seed', maximum::int, occupied::int, reserved::int, available::int, accepting::boolean from line
            """),
        ("contract", """
            insert into carehomes.contract (id, home_id, council, route, reference, valid_from, valid_to, insured_until, recorded_at)
            select gen_random_uuid(), h.id, 'E06000006', s.route, s.reference, $1::date - s.starts_days_ago::int, $1::date + nullif(s.ends_in_days, '')::int, $1::date + nullif(s.insurance_ends_in_days, '')::int, $2
            from seeded s join carehomes.care_home h using (location_id)
            """),
        ("assessor_agreement", """
            insert into carehomes.assessor_agreement (id, home_id, assessor, council, competencies, valid_from, valid_to, review_due, recorded_at)
            select gen_random_uuid(), h.id, s.assessor, 'E06000006', string_to_array(s.competencies, ';'), $1::date - s.starts_days_ago::int, $1::date + nullif(s.ends_in_days, '')::int, $1::date + s.review_due_in_days::int, $2
            from seeded s join carehomes.care_home h using (location_id)
            """),
        ("sharing_agreement", """
            insert into carehomes.sharing_agreement (id, council, host_authority, reference, valid_from, valid_to, recorded_at)
            select gen_random_uuid(), 'E06000006', s.host_authority, s.reference, $1::date - s.starts_days_ago::int, $1::date + nullif(s.ends_in_days, '')::int, $2 from seeded s
            """),
        ("sanction", """
            insert into carehomes.sanction (id, home_id, authority, recorded_by, kind, reason, "from", lifted_on, recorded_at, version)
            select gen_random_uuid(), h.id, s.authority, 'E06000006', s.kind, s.reason, $1::date - s.starts_days_ago::int, $1::date - nullif(s.lifted_days_ago, '')::int, $2, 1
            from seeded s join carehomes.care_home h using (location_id)
            """),
        ("pamms", """
            insert into carehomes.pamms_assessment (id, home_id, authority, recorded_by, assessed_on, overall, domains, standards, recorded_at)
            select gen_random_uuid(), h.id, s.authority, 'E06000006', $1::date - s.assessed_days_ago::int, s.overall, array[d1, d2, d3, d4, d5],
                array[s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16], $2
            from seeded s join carehomes.care_home h using (location_id)
            """),
        ("host_reply", """
            insert into carehomes.host_reply (id, home_id, council, contacted_on, replied_on, acknowledged, concerns, placements_suspended, open_enquiries, provider_failure, reference, recorded_at)
            select gen_random_uuid(), h.id, 'E06000006', $1::date - s.contacted_days_ago::int, $1::date - nullif(s.replied_days_ago, '')::int, s.acknowledged::boolean, nullif(s.concerns, ''),
                coalesce(nullif(s.placements_suspended, '')::boolean, false), coalesce(nullif(s.open_enquiries, '')::boolean, false), coalesce(nullif(s.provider_failure, '')::boolean, false), s.reference, $2
            from seeded s join carehomes.care_home h using (location_id)
            """),
    ];

    /// <summary>Loads them once, in the caller's transaction.</summary>
    public static async Task Ensure(NpgsqlDataSource source, NpgsqlConnection owner, NpgsqlTransaction transaction, TimeProvider clock, CancellationToken ct)
    {
        await using var empty = new NpgsqlCommand("select not exists (select from carehomes.care_home) from set_config('hub.org', 'SYSTEM:Seed', true)", owner);
        if (await empty.ExecuteScalarAsync(ct) is not true)
        {
            return;
        }

        var (anchor, now) = (clock.Today(), clock.GetUtcNow());
        await SeedCqc.Load(source, owner, transaction, clock, ct);
        foreach (var (file, sql) in Files)
        {
            await SeedTable.Load(owner, $"carehomes/{file}", sql, anchor, now, ct);
        }

        await SeedPlacements.Load(owner, anchor, now, ct);
    }
}
