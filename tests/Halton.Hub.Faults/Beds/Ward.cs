using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Running;
using Npgsql;

namespace Halton.Hub.Faults.Beds;

/// <summary>People who are ready to leave and homes with free beds, straight in the database, and the assessors' door to the hub.</summary>
internal sealed class Ward : IAsyncDisposable
{
    /// <summary>The kind of bed that everybody needs.</summary>
    public const string Kind = "general-residential";

    private const string Lift = """
        update access.partner set rate_per_second = 1000000, burst = 1000000 where id = 'trusted-assessor';
        update placement.flow_policy set most_held = 100000;
        """;

    private static string People(string name, int people) => $$"""
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

    private static string Beds(string name, int homes, int beds) => $$"""
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

    private Ward(HubProcess hub, NpgsqlDataSource source, string name, int people, int homes)
    {
        (Source, Door) = (source, new HubDoor(hub, "trusted-assessor", "HALTON-TA"));
        Stays = [.. Enumerable.Range(1, people).Select(n => $"{Uuid($"{name} {n}")}")];
        Assessments = [.. Enumerable.Range(1, people).Select(n => $"{Uuid($"{name} assessed {n}")}")];
        Homes = [.. Enumerable.Range(1, homes).Select(n => $"1-{name}-{n}")];
        HomeIds = [.. Enumerable.Range(1, homes).Select(n => Uuid($"{name} home {n}"))];
    }

    /// <summary>The database, past every wall.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The assessors' door.</summary>
    public HubDoor Door { get; }

    /// <summary>The assessments, one a person.</summary>
    public IReadOnlyList<string> Assessments { get; }

    /// <summary>The stays of these people in hospital, in the same order.</summary>
    public IReadOnlyList<string> Stays { get; }

    /// <summary>The homes' CQC location ids.</summary>
    public IReadOnlyList<string> Homes { get; }

    /// <summary>The hub's ids of the homes.</summary>
    public Guid[] HomeIds { get; }

    /// <summary>Makes it.</summary>
    public static async Task<Ward> Make(HubProcess hub, int people, int homes, int beds, CancellationToken ct)
    {
        var name = $"B{Guid.CreateVersion7():N}"[..16];
        var source = NpgsqlDataSource.Create(hub.OwnerConnection);
        foreach (var sql in new[] { Lift, People(name, people), Beds(name, homes, beds) })
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(ct);
        }

        // The hub reads partners and policy anew within seconds.
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        return new Ward(hub, source, name, people, homes);
    }

    /// <summary>One number of the database, of the homes at $1.</summary>
    public async Task<long> Count(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = HomeIds });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await Source.DisposeAsync();
    }

    // As md5(…)::uuid makes it.
    private static Guid Uuid(string text)
    {
#pragma warning disable CA5351 // No secret: names become ids.
        return new Guid(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)), bigEndian: true);
#pragma warning restore CA5351
    }
}
