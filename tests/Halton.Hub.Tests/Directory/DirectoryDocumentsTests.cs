using System.Globalization;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>A charity's day in the documents that partners run: each file of <c>schema/operations</c> about the directory is sent as it is.</summary>
public sealed class DirectoryDocumentsTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private const string Subscription = "directory-service-changed";
    private static readonly string Folder = Path.Combine(HouseTests.Repository(), "schema", "operations");
    private readonly HubUnderTest hub = one.Hub;
    private readonly HashSet<string> run = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await hub.LiftRates();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_charity_keeps_its_services_and_points_people_to_others()
    {
        var mine = await hub.Value<string>("select id::text from directory.organization where maintained_by = 'VCFSE-1' limit 1");
        var place = await hub.Value<string>("select l.id::text from directory.location l join directory.organization o on o.id = l.organization_id where o.maintained_by = 'VCFSE-1' and l.latitude is not null limit 1");
        var terms = (await Run("vcfse-1", "directory-terms", new { })).Data("taxonomyTerms.nodes").EnumerateArray().ToList();
        var need = terms[0].At("narrower.0.id").GetString()!;

        // A first attempt is looked at before it is sent.
        object entry = new
        {
            organizationId = mine,
            name = "Tuesday Knitting Table",
            description = "A warm table, wool and needles, and people who know how. Come as you are, stay as long as you like.",
            email = "desk@lanternfolk.example",
            minimumAge = 18,
            termIds = new[] { need },
            locationIds = new[] { place },
            languages = new[] { "en", "pl" },
            schedules = new[] { new { freq = "WEEKLY", byday = "TU", opensAt = "13:30", closesAt = "16:00", attendingType = "in-person" } },
            contacts = new[] { new { title = "Front desk", phones = new[] { "01632 960123" } } },
        };
        var wrong = (await Run("vcfse-1", "directory-preview-service", new { input = new { entry = new { organizationId = mine, schedules = new[] { new { opensAt = "16:00", closesAt = "13:30" } } } } })).Data("previewService.issues").EnumerateArray().ToList();
        Assert.Contains(wrong, i => i.At("severity").GetString() == "error" && i.At("field").GetString() == "schedules[0].closesAt");
        Assert.DoesNotContain((await Run("vcfse-1", "directory-preview-service", new { input = new { entry } })).Data("previewService.issues").EnumerateArray(), i => i.At("severity").GetString() == "error");

        var requestId = Guid.CreateVersion7();
        var created = (await Run("vcfse-1", "directory-create-service", new { input = new { requestId, entry } })).Data("createService");
        Assert.Equal(created.GetRawText(), (await Run("vcfse-1", "directory-create-service", new { input = new { requestId, entry } })).Data("createService").GetRawText());
        var serviceId = created.At("serviceId").GetString()!;

        // It is found at once, by whoever looks.
        Assert.Equal(serviceId, (await Run("vcfse-2", "directory-services-words", new { words = "kniting table", age = 70, free = true })).Data("services.nodes.0.serviceId").GetString());
        Assert.Contains(
            (await Run("hbc", "directory-services-open", new { weekday = "TU", from = "14:00", until = "15:00", language = "pl", termIds = new[] { need } })).Data("services.nodes").EnumerateArray(),
            s => s.At("serviceId").GetString() == serviceId);
        Assert.NotEmpty((await Run("rww", "directory-services-near", new { postcode = "WA7 2CK", metres = 20_000, first = 50 })).Data("services.nodes").EnumerateArray());

        // Nobody else changes it; its keeper does, with the etag last seen.
        var input = new { requestId = Guid.CreateVersion7(), serviceId, etag = created.At("etag").GetString(), entry };
        (await Run("vcfse-2", "directory-update-service", new { input = input with { requestId = Guid.CreateVersion7() } })).Refused("PERMISSION_DENIED", "NOT_YOURS");
        var updated = (await Run("vcfse-1", "directory-update-service", new { input })).Data("updateService");
        var stale = await Run("vcfse-1", "directory-update-service", new { input = input with { requestId = Guid.CreateVersion7() } });
        Assert.Equal(updated.At("etag").GetString(), stale.Refused("ABORTED", "ETAG_MISMATCH").Errors[0].At("extensions.currentEtag").GetString());
        var paused = (await Run("vcfse-1", "directory-pause-service", new { input = new { requestId = Guid.CreateVersion7(), serviceId, etag = updated.At("etag").GetString(), reason = "The roof is mended.", until = "2999-01-01" } })).Data("pauseService");
        Assert.Equal("temporarily closed", paused.At("status").GetString());
        var seen = (await Run("vcfse-3", "directory-service", new { serviceId })).Data("service");
        Assert.Equal(("temporarily closed", "VCFSE-1"), (seen.At("status").GetString(), seen.At("maintainedBy").GetString()));
        Assert.NotEmpty(seen.At("alternatives").EnumerateArray());

        // Another charity points somebody there, and hears what became of it.
        var signposted = (await Run("vcfse-2", "directory-record-signposting", new { input = new { requestId = Guid.CreateVersion7(), needId = need, serviceId, channel = "telephone", outcomeDue = "2026-12-24", ward = "appleton" } })).Data("recordSignposting");
        (await Run("vcfse-2", "directory-record-signposting", new { input = new { requestId = Guid.CreateVersion7(), needId = need, serviceId, channel = "telephone", note = "ring her on 07700 900123" } })).Refused("INVALID_ARGUMENT", "LOOKS_LIKE_A_PERSON").NamesField("note", "LOOKS_LIKE_A_PERSON");
        var received = (await Run("vcfse-1", "directory-signpostings", new { })).Data("signpostings.nodes").EnumerateArray().Single();
        Assert.Equal(("VCFSE-2", "Tuesday Knitting Table"), (received.At("recordedBy").GetString(), received.At("service.name").GetString()));
        Assert.Empty((await Run("vcfse-3", "directory-signpostings", new { })).Data("signpostings.nodes").EnumerateArray());
        Assert.Equal("attended", (await Run("vcfse-1", "directory-record-outcome", new { input = new { requestId = Guid.CreateVersion7(), signpostingId = signposted.At("signpostingId").GetString(), etag = received.At("etag").GetString(), outcome = "attended" } })).Data("recordSignpostingOutcome.outcome").GetString());

        // Asked for, nothing found: five times is told, once is hidden.
        foreach (var (ward, times) in new[] { ("appleton", 5), ("grange", 6), ("ditton-hale-village-and-halebank", 1) })
        {
            for (var i = 0; i < times; i++)
            {
                Assert.True((await Run("vcfse-3", "directory-record-signposting", new { input = new { requestId = Guid.CreateVersion7(), needId = need, unmetReason = "too_far", channel = "in_person", ward } })).HasData);
            }
        }

        var unmet = await Run("hbc", "directory-unmet-needs", new { from = "2026-01-01", to = LondonTime.Today(TimeProvider.System).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        var wards = unmet.Data("unmetNeeds.needs").EnumerateArray().ToDictionary(n => n.At("wardName").GetString()!, n => n.At("suppressed").GetBoolean());
        Assert.True(wards.Count == 3 && wards.Values.Any(hidden => !hidden) && wards.Values.Any(hidden => hidden));
        Assert.Equal(13 / 5 * 5, unmet.Data("signpostingCounts.total").GetInt32() / 5 * 5);

        // Where is a home with room, and what is known of it?
        Assert.Equal(3, (await Run("vcfse-2", "directory-care-homes-near", new { near = "WA8", first = 3 })).Data("careHomes.nodes").GetArrayLength());
        Assert.NotEmpty((await Run("vcfse-2", "directory-care-home-capacity", new { by = "BED_TYPE" })).Data("careHomeCapacity.groups").EnumerateArray());

        // Nobody has counted yet, and that is no zero.
        Assert.Equal("NOT_COUNTED", (await Run("vcfse-2", "directory-kpis", new { codes = new[] { "signposting-reach" } })).Data("kpis.0.status").GetString());

        Assert.Equal(System.IO.Directory.EnumerateFiles(Folder, "directory-*.graphql").Select(Path.GetFileNameWithoutExtension).Except([Subscription]).Order(), run.Order());
    }

    private async Task<GraphAnswer> Run(string partner, string document, object variables)
    {
        run.Add(document);
        return await hub.Graph(partner, await File.ReadAllTextAsync(Path.Combine(Folder, document + ".graphql")), variables, "directory", purpose: null);
    }
}
