using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>A node with a directory so small that every answer is known beforehand; none of its tests changes it.</summary>
public sealed class OpenDirectory : IAsyncLifetime
{
    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <summary>Ids by what they are called.</summary>
    public Dictionary<string, Guid> Id { get; } = [];

    /// <summary>Every service that is not confidential, in order.</summary>
    public static string[] Everything { get; } = ["Kettle Lunch Club", "Night Sitters", "Closed Choir", "Lamp Visits"];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Hub = await HubUnderTest.Start();
        await Hub.EmptyDirectory();
        await Classification();
        await Services();
        await Details();
        await Hub.Execute("insert into codes.postcode_area (area, latitude, longitude) values ('ZZ72CK', 53.3300, -2.7300), ('ZZ7 2', 53.3400, -2.7300), ('ZZ7', 53.5000, -2.7300)");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private async Task Classification()
    {
        Id["Help"] = await Hub.Taxonomy("Help");
        Id["Situations"] = await Hub.Taxonomy("Situations");
        Id["Food"] = await Hub.Term(Id["Help"], "Food");
        Id["Meals"] = await Hub.Term(Id["Help"], "Meals", Id["Food"]);
        Id["Hot meals"] = await Hub.Term(Id["Help"], "Hot meals", Id["Meals"]);
        Id["Carers"] = await Hub.Term(Id["Situations"], "Carers");
    }

    private async Task Services()
    {
        Id["Lanternfolk"] = await Hub.Organization("VCFSE-1", "Lanternfolk");
        Id["Threads"] = await Hub.Organization("VCFSE-2", "Threads");
        Id["Lunch"] = await Hub.Service(Id["Lanternfolk"], "Kettle Lunch Club", more: "minimum_age = 55, description = 'A café lunch in company', last_modified = '2026-03-01T10:00:00.123456Z'");
        Id["Sitters"] = await Hub.Service(Id["Lanternfolk"], "Night Sitters", "temporarily closed", more: "minimum_age = 18, maximum_age = 64, last_modified = '2026-03-02'");
        Id["Choir"] = await Hub.Service(Id["Lanternfolk"], "Closed Choir", "defunct", more: "last_modified = '2026-03-03', description = ''");
        Id["Refuge"] = await Hub.Service(Id["Threads"], "Secret Refuge", confidential: true, more: "alert = 'Sesame Lane'");
        Id["Lamp"] = await Hub.Service(Id["Threads"], "Lamp Visits", "inactive", more: "last_modified = '2026-03-04'");
        Id["Hall"] = await Hub.Place(Id["Lanternfolk"], "Old Brine Hall", 53.3305, -2.7300);
        Id["Wharf"] = await Hub.Place(Id["Lanternfolk"], "Gantry Wharf", 53.3500, -2.7300);
        Id["Hidden House"] = await Hub.Place(Id["Threads"], "Hidden House", 53.3301, -2.7301);
        Id["Lunch at Hall"] = await Hub.At(Id["Lunch"], Id["Hall"]);
        Id["Sitters at Hall"] = await Hub.At(Id["Sitters"], Id["Hall"]);
        Id["Sitters at Wharf"] = await Hub.At(Id["Sitters"], Id["Wharf"]);
        Id["Refuge at House"] = await Hub.At(Id["Refuge"], Id["Hidden House"]);
        Id["Refuge at Hall"] = await Hub.At(Id["Refuge"], Id["Hall"]);
        await Hub.Classify(Id["Lunch"], Id["Hot meals"]);
        await Hub.Classify(Id["Refuge"], Id["Food"]);
        await Hub.Classify(Id["Sitters"], Id["Carers"]);
        await Hub.Weekly(Id["Lunch"], "MO", "10:00", "12:00");
        await Hub.Weekly(Id["Refuge"], "MO", "10:00", "12:00");
        await Hub.Weekly(Id["Sitters"], "FR", "20:00", "23:00", Id["Sitters at Wharf"]);
    }

    private async Task Details()
    {
        await Hub.Execute("""
            with lamp as (select id, organization_id from directory.service where name = 'Lamp Visits'),
            identifier as (insert into directory.organization_identifier (id, organization_id, identifier_scheme, identifier_type, identifier) select gen_random_uuid(), organization_id, 'XI-DEMO', 'Demonstration register', 'D-2' from lamp),
            area as (insert into directory.service_area (id, service_id, name, extent, extent_type, uri) select gen_random_uuid(), id, 'Halton', null, null, 'https://example.org/E06000006' from lamp),
            spoken as (insert into directory.language (id, service_id, code, name) select gen_random_uuid(), id, 'pl', 'Polish' from lamp),
            money as (insert into directory.funding (id, service_id, source) select gen_random_uuid(), id, 'Grants' from lamp),
            price as (insert into directory.cost_option (id, service_id, valid_from, option, amount, amount_description) select gen_random_uuid(), id, '2026-01-01', 'Everyone', 2.50, 'a visit' from lamp),
            desk as (insert into directory.contact (id, service_id, title) select gen_random_uuid(), id, 'Visits desk' from lamp returning id)
            insert into directory.phone (id, contact_id, number, description) select gen_random_uuid(), id, '01632 960341', 'Weekdays' from desk
            """);
        await Hub.Execute("insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type) values (gen_random_uuid(), $1, '1 Brine Lane', 'Runcorn', 'Cheshire', 'ZZ7 2CK', 'GB', 'physical')", Id["Hall"]);
        await Hub.Execute("insert into directory.accessibility (id, location_id, accessibility, description) values (gen_random_uuid(), $1, 'step_free', 'Level entrance')", Id["Hall"]);
    }
}
