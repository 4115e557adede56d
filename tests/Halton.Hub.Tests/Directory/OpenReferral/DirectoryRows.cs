using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>Rows of the directory, written as its owner.</summary>
public static class DirectoryRows
{
    /// <summary>Takes everything out of the directory, so that a test knows what is in it.</summary>
    public static Task EmptyDirectory(this HubUnderTest hub) => hub.Execute("truncate directory.organization, directory.taxonomy, directory.service, directory.location, directory.signposting cascade");

    /// <summary>Adds an organisation.</summary>
    public static async Task<Guid> Organization(this HubUnderTest hub, string maintainedBy, string name)
    {
        var id = Guid.CreateVersion7();
        await hub.Execute("insert into directory.organization (id, maintained_by, name, description, last_modified, version) values ($1, $2, $3, 'Helps.', '2026-01-01', 1)", id, maintainedBy, name);
        return id;
    }

    /// <summary>Adds a service.</summary>
    public static async Task<Guid> Service(this HubUnderTest hub, Guid organization, string name, string status = "active", bool confidential = false, string more = "")
    {
        var id = Guid.CreateVersion7();
        await hub.Execute(
            "insert into directory.service (id, organization_id, maintained_by, name, status, last_modified, confidential, intake, version) "
            + "select $1, $2, maintained_by, $3, $4, clock_timestamp(), $5, 'full', 1 from directory.organization where id = $2",
            id, organization, name, status, confidential);
        if (more.Length > 0)
        {
            await hub.Execute($"update directory.service set {more} where id = $1", id);
        }

        return id;
    }

    /// <summary>Adds a place.</summary>
    public static async Task<Guid> Place(this HubUnderTest hub, Guid organization, string name, double latitude, double longitude)
    {
        var id = Guid.CreateVersion7();
        await hub.Execute("insert into directory.location (id, organization_id, location_type, name, latitude, longitude) values ($1, $2, 'physical', $3, $4, $5)", id, organization, name, latitude, longitude);
        return id;
    }

    /// <summary>Says that a service is given at a place.</summary>
    public static async Task<Guid> At(this HubUnderTest hub, Guid service, Guid place)
    {
        var id = Guid.CreateVersion7();
        await hub.Execute("insert into directory.service_at_location (id, service_id, location_id) values ($1, $2, $3)", id, service, place);
        return id;
    }

    /// <summary>Adds a taxonomy.</summary>
    public static async Task<Guid> Taxonomy(this HubUnderTest hub, string name)
    {
        var id = Guid.CreateVersion7();
        await hub.Execute("insert into directory.taxonomy (id, name, description, uri) values ($1, $2, 'Terms.', 'https://example.org/' || $2)", id, name);
        return id;
    }

    /// <summary>Adds a term.</summary>
    public static async Task<Guid> Term(this HubUnderTest hub, Guid taxonomy, string name, Guid? parent = null)
    {
        var id = Guid.CreateVersion7();
        await hub.Execute(
            "insert into directory.taxonomy_term (id, taxonomy_id, parent_id, name, description, term_uri) values ($1, $2, $3, $4, 'A term.', 'https://example.org/term/' || $4)",
            id, taxonomy, (object?)parent ?? DBNull.Value, name);
        return id;
    }

    /// <summary>Classifies a service.</summary>
    public static Task Classify(this HubUnderTest hub, Guid service, Guid term) =>
        hub.Execute("insert into directory.attribute (id, service_id, taxonomy_term_id, link_type) values (gen_random_uuid(), $1, $2, 'service')", service, term);

    /// <summary>Adds a weekly rule of opening, for one of the service's places or for all.</summary>
    public static Task Weekly(this HubUnderTest hub, Guid service, string byday, string opens, string closes, Guid? at = null) => hub.Execute(
        "insert into directory.schedule (id, service_id, service_at_location_id, freq, byday, opens_at, closes_at) values (gen_random_uuid(), $1, $2, 'WEEKLY', $3, $4::time, $5::time)",
        service, (object?)at ?? DBNull.Value, byday, opens, closes);
}
