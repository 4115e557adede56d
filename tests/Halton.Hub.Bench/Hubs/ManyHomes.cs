using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Hubs;

/// <summary>As many care homes as England has, with five kinds of bed each, in 150 areas; one council speaks for all of them.</summary>
internal static class ManyHomes
{
    /// <summary>How many.</summary>
    public const int Count = 15_000;

    /// <summary>How many areas.</summary>
    public const int Areas = 150;

    /// <summary>The partner that speaks for them.</summary>
    public const string Speaker = "hbc";

    /// <summary>Their kinds of bed.</summary>
    public static readonly string[] Kinds = ["general-residential", "general-nursing", "dementia-residential", "dementia-nursing", "transitional"];

    private const string Sql = """
        begin;
        select set_config('hub.org', 'SYSTEM:Seed', true);
        insert into carehomes.provider (provider_id, name, registration_status, synced_at) values ('1-777', 'Many Homes', 'Registered', now()) on conflict do nothing;
        insert into carehomes.care_home (id, location_id, provider_id, organization, name, is_care_home, registration_status, dormant, service_types, specialisms, regulated_activities,
            local_authority, local_authority_name, address_lines, rating_overall, rating_safe, rating_effective, rating_caring, rating_responsive, rating_well_led, synced_at, changed_at, version)
        select md5('many ' || n)::uuid, '1-' || (777000000 + n), '1-777', 'E06000006', 'Quillmoor ' || n, true, 'Registered', false, '{}', '{}', '{}',
            'E99' || lpad((n % 150)::text, 6, '0'), 'Area ' || n % 150, '{}', 'good', 'good', 'good', 'good', 'good', 'good', now(), now(), 1
        from generate_series(1, 15000) n;
        insert into carehomes.declared_beds (home_id, bed_type, maximum)
        select h.id, kind, 20 from carehomes.care_home h, unnest('{general-residential,general-nursing,dementia-residential,dementia-nursing,transitional}'::text[]) kind where h.provider_id = '1-777';
        commit;
        """;

    /// <summary>Makes them, unless they are there.</summary>
    public static async Task Make(HubDatabase database, CancellationToken ct)
    {
        if (await database.Value<long>("select count(*) from carehomes.care_home where provider_id = '1-777'", ct) == 0)
        {
            Progress.Say($"making {Count} homes; once");
            await database.Do(Sql, ct);
            await database.Do("vacuum analyze", ct);
        }
    }

    /// <summary>CQC location id of one, counted from 1.</summary>
    public static string Location(int home) => $"1-{777_000_000 + home}";

    /// <summary>Its area.</summary>
    public static string Area(int home) => $"E99{home % Areas:000000}";
}
