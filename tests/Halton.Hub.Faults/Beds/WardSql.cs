namespace Halton.Hub.Faults.Beds;

/// <summary>People who wait for a place and homes that have some, as SQL.</summary>
internal static class WardSql
{
    private const string Kind = "general-residential";

    /// <summary>Nobody is held up by rates and quotas.</summary>
    public const string Lift = """
        update access.partner set rate_per_second = 1000000, burst = 1000000 where id = 'trusted-assessor';
        update placement.flow_policy set most_held = 100000;
        """;

    /// <summary>People in hospital who are ready to leave on pathway 3, each assessed: ids are md5 of "name n" and of "name assessed n".</summary>
    public static string People(string name, int people) => $$"""
        begin;
        select set_config('hub.org', 'SYSTEM:Seed', true);
        insert into discharge.stay (id, trust, site, ward, spell_identifier, nhs_number_status, admitted_at, state, meets_criteria, last_reviewed_at, discharge_ready_date, pathway, care_transfer_hub_referred, version, changed_at)
        select md5('{{name}} ' || n)::uuid, 'RWW', 'RWWWH', 'Fault ward', '{{name}}-' || n, '03', now() - interval '9 days', 3, false, now() - interval '1 day', current_date - 1, 'P3', true, 3, now()
        from generate_series(1, {{people}}) n;
        insert into discharge.access (org, stay_id, relationship, granted_by, admitted_at, open)
        select org, md5('{{name}} ' || n)::uuid, relationship, 'RWW', now() - interval '9 days', true
        from generate_series(1, {{people}}) n, (values ('RWW', 'trust'), ('E06000006', 'residence'), ('HALTON-TA', 'assessor')) as party (org, relationship);
        insert into placement.assessment (id, stay_id, trust, council, assessor, content, assessed_at, valid_until, version, changes, changed_at)
        select md5('{{name}} assessed ' || n)::uuid, md5('{{name}} ' || n)::uuid, 'RWW', 'E06000006', 'HALTON-TA',
            '{"AssessedBy":"assessor 7","Needs":{"BedType":"general-residential","Capabilities":[],"Risks":[],"Infection":"none"},"Preferences":{"Homes":[],"InBorough":false},"Funding":"local-authority","ConsentBasis":"own-consent","Capacity":"has-capacity"}',
            now(), now() + interval '70 hours', 1, 1, now()
        from generate_series(1, {{people}}) n;
        commit;
        """;

    /// <summary>Homes with free beds and an agreement with the assessors: ids are md5 of "name home n", location ids 1-name-n.</summary>
    public static string Beds(string name, int homes, int beds) => $$"""
        begin;
        select set_config('hub.org', 'SYSTEM:Seed', true);
        insert into carehomes.care_home (id, location_id, provider_id, name, is_care_home, registration_status, dormant, service_types, specialisms, regulated_activities, local_authority, local_authority_name,
            address_lines, rating_overall, rating_safe, rating_effective, rating_caring, rating_responsive, rating_well_led, synced_at, changed_at, version)
        select md5('{{name}} home ' || n)::uuid, '1-{{name}}-' || n, provider_id, 'Faultline House ' || n, true, 'Registered', false, array['Care home service without nursing'], '{}', '{}', 'E06000006', 'Halton', '{}', 'good', 'good', 'good', 'good', 'good', 'good', now(), now(), 1
        from generate_series(1, {{homes}}) n, (select provider_id from carehomes.provider limit 1) p;
        insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, told_stale, version)
        select md5('{{name}} home ' || n)::uuid, clock_timestamp(), now(), 'home', true, false, 1 from generate_series(1, {{homes}}) n;
        insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available)
        select md5('{{name}} home ' || n)::uuid, '{{Kind}}', {{beds}}, 0, 0, {{beds}} from generate_series(1, {{homes}}) n;
        insert into carehomes.assessor_agreement (id, home_id, assessor, council, competencies, valid_from, review_due, recorded_at)
        select gen_random_uuid(), md5('{{name}} home ' || n)::uuid, 'HALTON-TA', 'E06000006', array['residential'], current_date - 9, current_date + 99, now() from generate_series(1, {{homes}}) n;
        commit;
        """;

    /// <summary>As md5(…)::uuid makes it.</summary>
    public static Guid Uuid(string text)
    {
#pragma warning disable CA5351 // No secret: names become ids.
        return new Guid(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)), bigEndian: true);
#pragma warning restore CA5351
    }
}
