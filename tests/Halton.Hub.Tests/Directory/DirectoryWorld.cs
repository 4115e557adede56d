using Halton.Hub.Access;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Tests.Directory;

/// <summary>A small directory of a test's own in a hub: terms, an organisation and a place of vcfse-1 and of vcfse-2, postcodes.</summary>
public sealed class DirectoryWorld
{
    private readonly HubUnderTest hub;

    private DirectoryWorld(HubUnderTest hub) => this.hub = hub;

    /// <summary>A need at the top of its tree.</summary>
    public Guid Top { get; } = Guid.CreateVersion7();

    /// <summary>A narrower need.</summary>
    public Guid Need { get; } = Guid.CreateVersion7();

    /// <summary>Organisation that VCFSE-1 keeps.</summary>
    public Guid Ours { get; } = Guid.CreateVersion7();

    /// <summary>Organisation that VCFSE-2 keeps.</summary>
    public Guid Theirs { get; } = Guid.CreateVersion7();

    /// <summary>Place of ours.</summary>
    public Guid Hall { get; } = Guid.CreateVersion7();

    /// <summary>Another place of ours.</summary>
    public Guid Annexe { get; } = Guid.CreateVersion7();

    /// <summary>Place of theirs.</summary>
    public Guid TheirHall { get; } = Guid.CreateVersion7();

    /// <summary>Makes one.</summary>
    public static async Task<DirectoryWorld> In(HubUnderTest hub)
    {
        var world = new DirectoryWorld(hub);
        var taxonomy = Guid.CreateVersion7();
        await hub.Execute("insert into directory.taxonomy (id, name, description) values ($1, 'Needs', 'Of a test')", taxonomy);
        await hub.Execute("insert into directory.taxonomy_term (id, taxonomy_id, name, description) values ($1, $2, 'Company', 'c')", world.Top, taxonomy);
        await hub.Execute("insert into directory.taxonomy_term (id, taxonomy_id, parent_id, name, description) values ($1, $2, $3, 'Befriending', 'b')", world.Need, taxonomy, world.Top);
        foreach (var (id, keeper) in new[] { (world.Ours, "VCFSE-1"), (world.Theirs, "VCFSE-2") })
        {
            await hub.Execute("insert into directory.organization (id, maintained_by, name, description, last_modified, version) values ($1, $2, 'Kettle', 'k', now(), 1)", id, keeper);
        }

        foreach (var (id, keeper) in new[] { (world.Hall, world.Ours), (world.Annexe, world.Ours), (world.TheirHall, world.Theirs) })
        {
            await hub.Execute("insert into directory.location (id, organization_id, location_type, name, latitude, longitude) values ($1, $2, 'physical', 'Hall', 53.3, -2.7)", id, keeper);
        }

        await hub.Execute("insert into codes.postcode_area (area, latitude, longitude) values ('ZZ72CK', 53.1, -2.1), ('ZZ7 2', 53.2, -2.2), ('ZZ7', 53.3, -2.3) on conflict do nothing");
        return world;
    }

    /// <summary>A good entry of ours.</summary>
    public ServiceEntry Entry => new()
    {
        OrganizationId = Ours.ToString(),
        Name = "Kettle on",
        Description = "Tea and talk for anybody over fifty who would like company, every week.",
        Url = "https://kettle.example.org/talk",
        Email = "desk@kettle.example.org",
        MinimumAge = 50,
        Alert = "Bring a mug",
        TermIds = [Need.ToString()],
        LocationIds = [Hall.ToString()],
        Schedules = [new() { Freq = "WEEKLY", Byday = "MO,TH", OpensAt = "10:00", ClosesAt = "12:00", LocationId = Hall.ToString(), AttendingType = "in-person" }],
        ServiceAreas = [new() { Name = "Halton" }],
        Languages = ["en", "bfi"],
        CostOptions = [new() { Option = "Everybody", Amount = 1.50m, AmountDescription = "a session" }],
        Funding = ["The lottery"],
        Contacts = [new() { Title = "Front desk", Phones = ["0151 496 0123"] }],
    };

    /// <summary>A place of ours.</summary>
    public LocationEntry Place => new()
    {
        OrganizationId = Ours.ToString(),
        LocationType = "physical",
        Name = "The hall",
        Address1 = "1 Nowhere Street",
        City = "Runcorn",
        StateProvince = "Cheshire",
        PostalCode = "zz72ck",
        Accessibility = ["step_free", "hearing_loop"],
    };

    /// <summary>An operation of the node.</summary>
    public T The<T>()
        where T : notnull => hub.Services.GetRequiredService<T>();

    /// <summary>A permitted call.</summary>
    public Call Call<TOperation>(string partner = "vcfse-1") => hub.CallOf(partner, typeof(TOperation).Name);

    /// <summary>Takes a service up.</summary>
    public async Task<ServiceAnswer> Create(ServiceEntry? entry = null, bool confidential = false, string partner = "vcfse-1") =>
        await The<CreateService>().Run(Call<CreateService>(partner), new(People.RequestId(), entry ?? Entry, confidential), default);

    /// <summary>Ends a service.</summary>
    public async Task<ServiceAnswer> Retire(ServiceAnswer service, string partner = "vcfse-1") =>
        await The<RetireService>().Run(Call<RetireService>(partner), new(People.RequestId(), service.Id.ToString(), service.Etag), default);

    /// <summary>A good signposting to a service, or to none.</summary>
    public RecordSignposting.Request Pointing(Guid? service, string? ward = "grange", string reason = "full") =>
        new(People.RequestId(), Need.ToString(), service?.ToString(), service is null ? reason : null, "telephone", ward, null, "asked about lunch clubs");

    /// <summary>Records a signposting.</summary>
    public async Task<Halton.Hub.Directory.Signposting> Point(string partner, RecordSignposting.Request request) => await The<RecordSignposting>().Run(Call<RecordSignposting>(partner), request, default);

    /// <summary>How many rows every table of the directory has, its logs too.</summary>
    public Task<string> Rows() => hub.Value<string>("""
        select string_agg(table_name || ' ' || (xpath('//c/text()', query_to_xml(format('select count(*) c, md5(string_agg(t::text, '''' order by t::text)) d from directory.%I t', table_name), false, true, '')))[1]::text
            || ' ' || coalesce((xpath('//d/text()', query_to_xml(format('select md5(string_agg(t::text, '''' order by t::text)) d from directory.%I t', table_name), false, true, '')))[1]::text, ''), E'\n' order by table_name)
        from information_schema.tables where table_schema = 'directory'
        """);
}
