using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Directory;

/// <summary>Organisations and places are kept by whoever took them up.</summary>
public sealed class PlaceTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly OrganizationEntry Kettle = new() { Name = "Kettle", Description = "Tea", Email = "desk@kettle.org", Website = "https://kettle.org" };
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task An_organisation_is_taken_up_and_changed_once_for_each_request()
    {
        var world = await DirectoryWorld.In(hub);
        var create = new CreateOrganization.Request(RequestId(), Kettle);
        var created = await Found(world, create);
        Assert.Equal($"{created.Id:N}-1", created.Etag);
        Assert.Equal("VCFSE-1", await hub.Value<string>("select maintained_by from directory.organization where id = $1", created.Id));
        var update = new UpdateOrganization.Request(RequestId(), created.Id.ToString(), Kettle with { Name = "Pot", Email = null }, created.Etag);
        var updated = await Rewrite(world, update);
        Assert.Equal($"{created.Id:N}-2", updated.Etag);
        Assert.Equal("Pot  2", await hub.Value<string>("select name || ' ' || coalesce(email, '') || ' ' || version from directory.organization where id = $1", created.Id));
        var organizations = await hub.Value<long>("select count(*) from directory.organization");
        Assert.Equal(created, await Found(world, create));
        Assert.Equal(updated, await Rewrite(world, update));
        Assert.Equal((organizations, 2), (await hub.Value<long>("select count(*) from directory.organization"), await hub.Value<int>("select version from directory.organization where id = $1", created.Id)));
    }

    [Fact]
    public async Task A_refused_organisation_leaves_nothing()
    {
        var world = await DirectoryWorld.In(hub);
        var (id, etag, rows) = (world.Ours.ToString(), $"{world.Ours:N}-1", await world.Rows());
        await Found(world, new(RequestId(), new() { Website = "kettle", Logo = "x", Uri = "x", Email = "x", Name = new string('n', 201) }))
            .NamesFields(("name", "TOO_LONG"), ("description", "REQUIRED"), ("website", "URL_INVALID"), ("logo", "URL_INVALID"), ("uri", "URL_INVALID"), ("email", "EMAIL_INVALID"));
        await Rewrite(world, new("", "x", Kettle, "")).NamesFields(("request_id", "REQUIRED"), ("organization_id", "NOT_A_UUID"), ("etag", "REQUIRED"));
        await Rewrite(world, new(RequestId(), id, Kettle, etag), "vcfse-2").Refused(FaultKind.PermissionDenied, "NOT_YOURS");
        await Rewrite(world, new(RequestId(), RequestId(), Kettle, etag)).Refused(FaultKind.NotFound, "ORGANIZATION_NOT_FOUND");
        Assert.Equal(etag, (await Rewrite(world, new(RequestId(), id, Kettle, "x")).Refused(FaultKind.Aborted, "ETAG_MISMATCH")).CurrentEtag);
        Assert.Equal(rows, await world.Rows());
    }

    [Theory]
    [InlineData("zz72ck", "ZZ7 2CK", 53.1)]
    [InlineData("ZZ7 2AA", "ZZ7 2AA", 53.2)]
    [InlineData(" zz7 9aa ", "ZZ7 9AA", 53.3)]
    public async Task A_place_lies_where_its_postcode_does(string given, string kept, double latitude)
    {
        var world = await DirectoryWorld.In(hub);
        var created = await Create(world, new(RequestId(), world.Place with { PostalCode = given }));
        Assert.Equal(latitude, await hub.Value<double>("select latitude from directory.location where id = $1", created.Id));
        Assert.Equal($"{kept} physical GB", await hub.Value<string>("select postal_code || ' ' || address_type || ' ' || country from directory.address where location_id = $1", created.Id));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from directory.accessibility where location_id = $1", created.Id));
    }

    [Fact]
    public async Task A_place_is_changed_once_for_each_request_and_its_services_move_with_it()
    {
        var world = await DirectoryWorld.In(hub);
        var create = new CreateLocation.Request(RequestId(), world.Place);
        var created = await Create(world, create);
        await world.Create(world.Entry with { LocationIds = [created.Id.ToString()], Schedules = [] });
        var feature = await hub.Value<Guid>("select id from directory.accessibility where location_id = $1 and accessibility = 'step_free'", created.Id);
        var point = await hub.Value<string>("select place::text from directory.service_at_location where location_id = $1", created.Id);
        const string Modified = "select s.last_modified from directory.service s join directory.service_at_location at on at.service_id = s.id where at.location_id = $1";
        var modified = await hub.Value<DateTime>(Modified, created.Id);
        var update = new UpdateLocation.Request(RequestId(), created.Id.ToString(), world.Place with { Latitude = 50, Longitude = -1, PostalCode = "AB1 2CD", Address1 = "2 Nowhere Street", Accessibility = ["step_free", "lift"] }, created.Etag);
        var updated = await Update(world, update);
        Assert.NotEqual(created.Etag, updated.Etag);
        Assert.True(await hub.Value<DateTime>(Modified, created.Id) > modified);
        Assert.NotEqual(point, await hub.Value<string>("select place::text from directory.service_at_location where location_id = $1", created.Id));
        Assert.Equal("2 Nowhere Street AB1 2CD", await hub.Value<string>("select address_1 || ' ' || postal_code from directory.address where location_id = $1", created.Id));
        Assert.Equal("lift step_free", await hub.Value<string>("select string_agg(accessibility, ' ' order by accessibility) from directory.accessibility where location_id = $1", created.Id));
        Assert.Equal(feature, await hub.Value<Guid>("select id from directory.accessibility where location_id = $1 and accessibility = 'step_free'", created.Id));
        var places = await hub.Value<long>("select count(*) from directory.location");
        Assert.Equal(created, await Create(world, create));
        Assert.Equal(updated, await Update(world, update));
        Assert.Equal(places, await hub.Value<long>("select count(*) from directory.location"));
        // The etag of a place is read from the database as it was told when it was saved.
        await Update(world, update with { RequestId = RequestId(), Etag = updated.Etag });
    }

    [Fact]
    public async Task A_virtual_place_needs_no_address()
    {
        var world = await DirectoryWorld.In(hub);
        var created = await Create(world, new(RequestId(), new() { OrganizationId = world.Ours.ToString(), LocationType = "virtual", Name = "Online" }));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from directory.address where location_id = $1", created.Id));
    }

    [Fact]
    public async Task A_refused_place_leaves_nothing()
    {
        var world = await DirectoryWorld.In(hub);
        var created = await Create(world, new(RequestId(), world.Place));
        var rows = await world.Rows();
        await Create(world, new(RequestId(), world.Place with { LocationType = "x", Name = "", Latitude = 91, Longitude = null, PostalCode = "WA7", Address1 = null, Accessibility = ["lift", "stairs", "lift"] })).NamesFields(
            ("location_type", "LOCATION_TYPE_UNKNOWN"), ("name", "REQUIRED"), ("latitude", "COORDINATES_INVALID"), ("longitude", "COORDINATES_INCOMPLETE"), ("postal_code", "POSTCODE_INVALID"),
            ("address_1", "REQUIRED"), ("accessibility[1]", "CODE_UNKNOWN"), ("accessibility[2]", "DUPLICATE"));
        await Create(world, new(RequestId(), world.Place with { PostalCode = "QQ1 1QQ", OrganizationId = world.Theirs.ToString() })).NamesFields(("organization_id", "ORGANIZATION_UNKNOWN"), ("postal_code", "POSTCODE_UNKNOWN"));
        await Create(world, new(RequestId(), world.Place), "vcfse-2").NamesFields(("organization_id", "ORGANIZATION_UNKNOWN"));
        var update = new UpdateLocation.Request(RequestId(), created.Id.ToString(), world.Place, created.Etag);
        await Update(world, update, "vcfse-2").Refused(FaultKind.PermissionDenied, "NOT_YOURS");
        await Update(world, update with { LocationId = RequestId() }).Refused(FaultKind.NotFound, "LOCATION_NOT_FOUND");
        Assert.Equal(created.Etag, (await Update(world, update with { Etag = "x" }).Refused(FaultKind.Aborted, "ETAG_MISMATCH")).CurrentEtag);
        await Update(world, update with { Entry = world.Place with { OrganizationId = world.Theirs.ToString() } }).NamesFields(("organization_id", "ORGANIZATION_UNKNOWN"));
        Assert.Equal(rows, await world.Rows());
    }

    private static async Task<EntryAnswer> Found(DirectoryWorld world, CreateOrganization.Request request) => await world.The<CreateOrganization>().Run(world.Call<CreateOrganization>(), request, default);

    private static async Task<EntryAnswer> Rewrite(DirectoryWorld world, UpdateOrganization.Request request, string partner = "vcfse-1") => await world.The<UpdateOrganization>().Run(world.Call<UpdateOrganization>(partner), request, default);

    private static async Task<EntryAnswer> Create(DirectoryWorld world, CreateLocation.Request request, string partner = "vcfse-1") => await world.The<CreateLocation>().Run(world.Call<CreateLocation>(partner), request, default);

    private static async Task<EntryAnswer> Update(DirectoryWorld world, UpdateLocation.Request request, string partner = "vcfse-1") => await world.The<UpdateLocation>().Run(world.Call<UpdateLocation>(partner), request, default);
}
