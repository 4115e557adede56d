using System.Text.Json;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.CareHomes;

/// <summary>Facts of care homes: one, many, near, and what homes declare of themselves.</summary>
public sealed class HomesTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Fennimarsh = "1-999000001";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_demonstration_shows_the_boroughs_picture_41_services_and_their_ratings()
    {
        var services = await All("hbc", new ListCareHomesRequest { LocalAuthority = "E06000006", IncludeAll = true });
        Assert.Equal(41, services.Count);
        var ratings = services.CountBy(s => s.Ratings.Overall.Code).ToDictionary();
        Assert.Equal((27, 8, 1), (ratings["good"], ratings["requires-improvement"], ratings["inadequate"]));
        Assert.Equal(5, services.Count - 27 - 8 - 1);
        var council = services.Where(s => s.Provider.Name == "Halton Borough Council").Select(s => s.Name).Order();
        Assert.Equal(["Fennimarsh Court", "Kestermoor View", "Oakenthwaite House", "Sallowfern Lodge", "Wrenlacey Manor"], council);
        Assert.InRange((await All("hbc", new ListCareHomesRequest { IncludeAll = true })).Count(h => h.LocalAuthority != "E06000006"), 75, 85);
    }

    [Fact]
    public async Task A_home_is_found_by_the_hubs_id_and_by_CQC_location_id()
    {
        var byLocation = await Homes("trusted-assessor").GetCareHomeAsync(new GetCareHomeRequest { CareHome = Fennimarsh });
        Assert.Equal(byLocation, await Homes("rww").GetCareHomeAsync(new GetCareHomeRequest { CareHome = byLocation.CareHomeId }));
        Assert.Equal(("Fennimarsh Court", "Halton", "E06000006", true), (byLocation.Name, byLocation.LocalAuthorityName, byLocation.LocalAuthority, byLocation.IsCareHome));
        Assert.Equal("Care home service without nursing", Assert.Single(byLocation.ServiceTypes));
        Assert.NotEmpty(byLocation.Beds);
        await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest { CareHome = "1-1" }).Refused(StatusCode.NotFound, "CARE_HOME_NOT_FOUND");
        await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest { CareHome = Guid.CreateVersion7().ToString() }).Refused(StatusCode.NotFound, "CARE_HOME_NOT_FOUND");
        await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest()).NamesField("care_home", "REQUIRED");
        await Homes("vcfse-1", "HOPERAT").GetCareHomeAsync(new GetCareHomeRequest { CareHome = Fennimarsh }).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_home_that_was_registered_anew_names_its_other_registration()
    {
        var old = await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest { CareHome = "1-999000060" });
        Assert.Equal(("Deregistered", "1-999000058", "successor"), (old.RegistrationStatus, Assert.Single(old.Successions).LocationId, old.Successions[0].Kind));
        var current = await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest { CareHome = "1-999000058" });
        Assert.Equal(("Registered", "1-999000060", "predecessor"), (current.RegistrationStatus, Assert.Single(current.Successions).LocationId, current.Successions[0].Kind));
    }

    [Fact]
    public async Task Each_filter_shows_what_fits_and_nothing_else_on_whole_pages()
    {
        var all = await All("hbc", new ListCareHomesRequest());
        Assert.InRange(all.Count, 95, 110);
        Assert.All(all, h => Assert.True(h is { IsCareHome: true, Dormant: false, RegistrationStatus: "Registered" }));
        foreach (var (filter, fits) in new (ListCareHomesRequest, Func<CareHome, bool>)[]
        {
            (new() { LocalAuthority = "E08000013" }, h => h.LocalAuthority == "E08000013"),
            (new() { Name = "court" }, h => h.Name.Contains("court", StringComparison.OrdinalIgnoreCase)),
            (new() { Name = "%_" }, _ => false),
            (new() { BedType = "dementia-nursing" }, h => h.Beds.Any(b => b.BedType.Code == "dementia-nursing")),
            (new() { Capabilities = { "end-of-life", "peg" } }, h => h.Capabilities.Any(c => c.Code.Code == "peg") && h.Capabilities.Any(c => c.Code.Code == "end-of-life")),
            (new() { Ratings = { "outstanding", "inadequate" } }, h => h.Ratings.Overall.Code is "outstanding" or "inadequate"),
        })
        {
            filter.PageSize = 7;
            Assert.Equal(all.Where(fits).Select(h => h.LocationId), (await All("hbc", filter)).Select(h => h.LocationId));
        }
    }

    [Fact]
    public async Task Near_a_postcode_the_nearest_come_first_and_each_once()
    {
        var near = await All("rbn", new ListCareHomesRequest { Near = "WA8", PageSize = 9 });
        Assert.Equal(near.OrderBy(h => h.Metres).Select(h => h.Metres), near.Select(h => h.Metres));
        Assert.Equal(near.Count, near.Select(h => h.LocationId).Distinct().Count());
        Assert.Equal((await All("rbn", new ListCareHomesRequest())).Count(h => h.Position is not null), near.Count);
        var within = await All("rbn", new ListCareHomesRequest { Near = "WA8", WithinMetres = 5000 });
        Assert.Equal(near.Where(h => h.Metres <= 5000).Select(h => h.LocationId), within.Select(h => h.LocationId));
        Assert.NotEmpty(within);
        await Homes("rbn").ListCareHomesAsync(new ListCareHomesRequest { Near = "ZZ99" }).NamesField("near", "POSTCODE_UNKNOWN");
        await Homes("rbn").ListCareHomesAsync(new ListCareHomesRequest { WithinMetres = 5 }).NamesField("within_metres", "NEEDS_NEAR");
    }

    [Fact]
    public async Task What_is_wrong_with_a_filter_is_named()
    {
        await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { PageSize = 201 }).NamesField("page_size", "PAGE_SIZE_INVALID");
        await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { BedType = "penthouse" }).NamesField("bed_type", "CODE_UNKNOWN");
        await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { Ratings = { "good", "splendid" } }).NamesField("ratings[1]", "CODE_UNKNOWN");
        await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { Name = "a" }).NamesField("name", "TOO_SHORT");
        var token = (await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { PageSize = 1 })).NextPageToken;
        await Homes("rww").ListCareHomesAsync(new ListCareHomesRequest { PageSize = 1, PageToken = token }).NamesField("page_token", "PAGE_TOKEN_INVALID");
        await Homes("hbc").ListCareHomesAsync(new ListCareHomesRequest { PageSize = 1, PageToken = token, Near = "WA7" }).NamesField("page_token", "PAGE_TOKEN_INVALID");
    }

    [Fact]
    public async Task A_home_declares_its_beds_and_the_council_of_its_area_may_too()
    {
        var home = await Homes("care-home-2").GetCareHomeAsync(new GetCareHomeRequest { CareHome = "1-999000002" });
        var request = new DeclareBedsRequest
        {
            RequestId = RequestId(),
            CareHome = home.LocationId,
            Beds = { new DeclaredBeds { BedType = new Coding { Code = "general-nursing" }, Maximum = 11, WeeklyPricePence = 98_750 } },
            Capabilities = { new Capability { Code = new Coding { Code = "bariatric" }, MaxKg = 180 }, new Capability { Code = new Coding { Code = "peg" } } },
            Etag = home.Etag,
        };
        var declared = await Homes("care-home-2").DeclareBedsAsync(request);
        Assert.Equal(("general-nursing", 11, 98_750), (Assert.Single(declared.Beds).BedType.Code, declared.Beds[0].Maximum, declared.Beds[0].WeeklyPricePence));
        Assert.Equal(["bariatric", "peg"], declared.Capabilities.Select(c => c.Code.Code));
        Assert.Equal(declared, await Homes("care-home-2").DeclareBedsAsync(request));
        Assert.Equal(declared.Beds, (await Homes("hbc").GetCareHomeAsync(new GetCareHomeRequest { CareHome = home.CareHomeId })).Beds);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from events.event where kind = 'care-home.changed' and record_id = $1", Guid.Parse(home.CareHomeId)));

        var again = request.Clone();
        again.RequestId = RequestId();
        await Homes("care-home-2").DeclareBedsAsync(again).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        again.Etag = declared.Etag;
        await Homes("care-home-1").DeclareBedsAsync(again).Refused(StatusCode.PermissionDenied, "NOT_YOURS");
        again.Beds[0].WeeklyPricePence = 0;
        var silent = await Homes("hbc").DeclareBedsAsync(again);
        Assert.Equal((2, 0), (silent.Capabilities.Count, silent.Beds[0].WeeklyPricePence));
        Assert.True(await hub.Value<bool>("select weekly_price_pence is null from carehomes.declared_beds where home_id = $1 and bed_type = 'general-nursing'", Guid.Parse(home.CareHomeId)));
        (again.RequestId, again.CareHome) = (RequestId(), "1-999000042");
        await Homes("hbc").DeclareBedsAsync(again).Refused(StatusCode.PermissionDenied, "NOT_YOURS");
    }

    [Fact]
    public async Task What_is_wrong_with_a_declaration_is_named()
    {
        var request = new DeclareBedsRequest
        {
            CareHome = "1-999000003",
            Beds = { new DeclaredBeds { BedType = new Coding { Code = "ypd" }, Maximum = -1, WeeklyPricePence = -1 }, new DeclaredBeds { BedType = new Coding { Code = "ypd" }, Maximum = 1001, WeeklyPricePence = 2_000_001 } },
            Capabilities = { new Capability { Code = new Coding { Code = "bariatric" } }, new Capability { Code = new Coding { Code = "peg" }, MaxKg = 90 }, new Capability { Code = new Coding { Code = "flying" } } },
        };
        var refusal = (await Homes("care-home-3").DeclareBedsAsync(request).Refused(StatusCode.InvalidArgument, "REQUIRED")).GetDetail<Google.Rpc.BadRequest>();
        Assert.Equal(
            new[]
            {
                ("request_id", "REQUIRED"), ("beds[0].maximum", "OUT_OF_RANGE"), ("beds[1].maximum", "OUT_OF_RANGE"), ("beds[0].weekly_price_pence", "OUT_OF_RANGE"), ("beds[1].weekly_price_pence", "OUT_OF_RANGE"), ("beds[1].bed_type", "TWICE"),
                ("capabilities[0].max_kg", "OUT_OF_RANGE"), ("capabilities[1].max_kg", "NOT_EXPECTED"), ("capabilities[2].code", "CODE_UNKNOWN"), ("etag", "REQUIRED"),
            }.Order(),
            refusal.FieldViolations.Select(v => (v.Field, v.Reason)).Order());
    }

    [Fact]
    public async Task Everyone_sees_homes_in_the_directory_and_health_and_care_in_the_care_schema()
    {
        const string Query = """
            query($near: String!) { careHomes(first: 3, filter: { near: $near }) { nodes { id careHomeId name metres ratings { overall { code display } } beds { bedType { code } maximum } provider { name } } pageInfo { hasNextPage endCursor } } }
            """;
        var publicly = await hub.Graph("vcfse-1", Query, new { near = "WA7" }, "directory", null);
        var care = await hub.Graph("trusted-assessor", Query, new { near = "WA7" });
        Assert.Equal(publicly.Data("careHomes.nodes").ToString(), care.Data("careHomes.nodes").ToString());
        Assert.True(publicly.Data("careHomes.pageInfo.hasNextPage").GetBoolean());
        var node = await hub.Graph("vcfse-1", "query($id: ID!) { node(id: $id) { ... on CareHome { name locationId } } }", new { id = publicly.Data("careHomes.nodes.0.id").GetString() }, "directory", null);
        Assert.Equal(publicly.Data("careHomes.nodes.0.name").GetString(), node.Data("node.name").GetString());
        (await hub.Graph("vcfse-1", Query, new { near = "WA7" })).Refused("PERMISSION_DENIED", "KIND_NOT_ALLOWED");
        (await hub.Graph("hbc", "{ careHome(careHome: \"1-1\") { name } }")).Refused("NOT_FOUND", "CARE_HOME_NOT_FOUND");
    }

    [Fact]
    public async Task The_operations_run_as_they_are_written()
    {
        var near = await Run("vcfse-1", "directory-care-homes-near", new { near = "WA7", bedType = "dementia-residential", first = 2 }, "directory");
        Assert.Equal(2, near.Data("careHomes.nodes").GetArrayLength());
        var home = await Run("rww", "care-care-home", new { careHome = Fennimarsh }, "care");
        Assert.Equal("Fennimarsh Court", home.Data("careHome.name").GetString());
    }

    private async Task<GraphAnswer> Run(string partner, string document, object variables, string schema) => await hub.PostGraph(
        JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[document + ".graphql"]), variables }), await hub.Token(partner), schema);

    private CareHomeService.CareHomeServiceClient Homes(string partner, string purpose = "TREAT") => hub.CareHomes(partner, purpose);

    private async Task<List<CareHome>> All(string partner, ListCareHomesRequest filter)
    {
        var homes = new List<CareHome>();
        do
        {
            var page = await Homes(partner).ListCareHomesAsync(filter);
            homes.AddRange(page.CareHomes);
            filter.PageToken = page.NextPageToken;
        }
        while (filter.PageToken.Length > 0);
        filter.PageToken = "";
        return homes;
    }
}
