using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Clock;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Homes of a test's own, their returns, and firings of the clock.</summary>
internal static class CapacityWorld
{
    /// <summary>Halton.</summary>
    public const string Borough = "E06000006";

    private static int made;

    /// <summary>A home of a test's own.</summary>
    internal sealed record TestHome(Guid Id, string Location);

    /// <summary>Puts a home into the hub.</summary>
    public static async Task<TestHome> Home(
        this HubUnderTest hub, string? organization = null, string area = Borough, string[]? declared = null, string status = "Registered", bool careHome = true, (double North, double East)? place = null, string name = "Quillmere")
    {
        var home = new TestHome(Guid.CreateVersion7(), $"1-{888_000_000 + Interlocked.Increment(ref made)}");
        await hub.Execute("insert into carehomes.provider (provider_id, name, registration_status, synced_at) values ('1-888', 'Quill Care', 'Registered', now()) on conflict do nothing");
        await hub.Execute(
            """
            insert into carehomes.care_home (id, location_id, provider_id, organization, name, is_care_home, registration_status, registration_date, dormant, service_types, specialisms,
                regulated_activities, local_authority, local_authority_name, address_lines, latitude, longitude, rating_overall, rating_safe, rating_effective, rating_caring,
                rating_responsive, rating_well_led, synced_at, changed_at, version)
            values ($1, $2, '1-888', nullif($3, ''), $4, $5, $6, '2011-04-01', false, '{}', '{}', '{}', $7, 'Somewhere', '{}', $8, $9, 'good', 'good', 'good', 'good', 'good', 'good', now(), now(), 1)
            """,
            home.Id, home.Location, organization ?? "", name, careHome, status, area, place?.North ?? (object)DBNull.Value, place?.East ?? (object)DBNull.Value);
        foreach (var kind in declared ?? [])
        {
            await hub.Execute("insert into carehomes.declared_beds (home_id, bed_type, maximum) values ($1, $2, 40)", home.Id, kind);
        }

        return home;
    }

    /// <summary>A return of a home that takes people in.</summary>
    public static ReportCapacityRequest Return(TestHome home, double minutesAgo = 1, int available = 3, string kind = "general-nursing", Action<ReportCapacityRequest>? change = null)
    {
        var request = new ReportCapacityRequest
        {
            RequestId = RequestId(),
            CareHome = home.Location,
            AsOf = HoursAgo(minutesAgo / 60),
            Beds = { Beds(kind, 20, 14, 1, available) },
            AcceptingAdmissions = true,
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>Numbers of one kind of bed.</summary>
    public static BedCapacity Beds(string kind, int maximum, int occupied, int reserved, int available) =>
        new() { BedType = new Coding { Code = kind }, Maximum = maximum, Occupied = occupied, Reserved = reserved, Available = available };

    /// <summary>Puts a return into the database that is so old.</summary>
    public static async Task Returned(this HubUnderTest hub, TestHome home, TimeSpan ago, int maximum = 20, int occupied = 14, int available = 5, string kind = "general-nursing", DateTimeOffset? now = null)
    {
        var asOf = (now ?? TimeProvider.System.GetUtcNow()) - ago;
        await hub.Execute(
            "insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, told_stale, version) values ($1, $2, $2, 'home', true, false, 1) on conflict (home_id) do update set as_of = $2, received_at = $2, told_stale = false",
            home.Id, asOf);
        await hub.Execute("insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available) values ($1, $2, $3, $4, 0, $5) on conflict do nothing", home.Id, kind, maximum, occupied, available);
        await hub.Execute(
            "insert into carehomes.capacity_history (home_id, bed_type, as_of, received_at, source, maximum, occupied, reserved, available, accepting_admissions) values ($1, $2, $3, $3, 'home', $4, $5, 0, $6, true)",
            home.Id, kind, asOf, maximum, occupied, available);
    }

    /// <summary>What the hub knows of one home, as a partner reads it.</summary>
    public static async Task<Halton.Hub.Contracts.Carehome.V1.Capacity> Known(this CareHomeService.CareHomeServiceClient client, TestHome home, string area = Borough)
    {
        var page = "";
        do
        {
            var answer = await client.ListCapacityAsync(new ListCapacityRequest { LocalAuthority = area, PageSize = 200, PageToken = page });
            if (answer.Capacity.FirstOrDefault(c => c.CareHomeId == home.Id.ToString()) is { } found)
            {
                return found;
            }

            page = answer.NextPageToken;
        }
        while (page.Length > 0);
        throw new InvalidOperationException("The home is not in the list.");
    }

    /// <summary>Events of a kind about a home.</summary>
    public static Task<long> Told(this HubUnderTest hub, string kind, TestHome home) =>
        hub.Value<long>("select count(*) from events.event where kind = $1 and record_id = $2", kind, home.Id);

    /// <summary>Rows of the slice that a return writes, its event and its answer.</summary>
    public static Task<string> Rows(this HubUnderTest hub, TestHome home) => hub.Value<string>(
        """
        select concat_ws(' ', (select count(*) from carehomes.capacity_return where home_id = $1), (select count(*) from carehomes.bed_capacity where home_id = $1),
            (select count(*) from carehomes.capacity_history where home_id = $1), (select count(*) from events.event where record_id = $1))
        """,
        home.Id);
}
