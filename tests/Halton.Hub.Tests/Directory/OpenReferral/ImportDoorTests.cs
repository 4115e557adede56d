using System.Net;
using System.Text;
using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Xunit;
using static Halton.Hub.Tests.Directory.OpenReferral.Importer;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>Who may send a document, and what is no document.</summary>
public sealed class ImportDoorTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Theory]
    [InlineData(null, 401, "TOKEN_REQUIRED")]
    [InlineData("nonsense", 401, "TOKEN_INVALID")]
    public async Task Nobody_sends_a_document_without_a_token(string? token, int status, string reason)
    {
        var answer = await hub.PostImport(token, "[]");
        Assert.Equal((status, reason, "Bearer"), ((int)answer.Status, (string?)answer.Body["reason"], answer.Headers["WWW-Authenticate"]));
    }

    [Theory]
    [InlineData("trusted-assessor", null, "KIND_NOT_ALLOWED")]
    [InlineData("care-home-1", null, "SCOPE_MISSING")]
    [InlineData("vcfse-1", "system/HealthcareService.rus", "SCOPE_MISSING")]
    public async Task The_access_table_says_who_may(string partner, string? scope, string reason)
    {
        var answer = await hub.PostImport(await hub.Token(partner, scope), "[]");
        Assert.Equal((HttpStatusCode.Forbidden, reason), (answer.Status, (string?)answer.Body["reason"]));
    }

    [Fact]
    public async Task A_token_that_allows_to_take_services_up_allows_nothing_else()
    {
        var service = Service(Organization(Guid.CreateVersion7()));
        var token = await hub.Token("vcfse-1", "system/HealthcareService.c");
        Assert.Equal([" SCOPE_MISSING"], await Reasons());
        await hub.Import("vcfse-1", service);
        Assert.Empty(await Reasons());
        service["name"] = "Changed";
        Assert.Equal([" SCOPE_MISSING"], await Reasons());
        Assert.Equal("Lunch Club", await hub.Value<string>("select name from directory.service where id = $1", Guid.Parse((string)service["id"]!)));

        async Task<IEnumerable<string>> Reasons() => (await hub.PostImport(token, service.ToJsonString())).Body.Issues().Select(i => i["error ".Length..]);
    }

    [Theory]
    [InlineData("", "NOT_JSON", "Line 1, column 1:")]
    [InlineData("{\"contents\": [\n  {\"id\": 1,}\n]}", "NOT_JSON", "Line 2, column 12:")]
    [InlineData("[1, 2", "NOT_JSON", "Line 1, column 6:")]
    [InlineData("<html>", "NOT_JSON", "Line 1, column 1:")]
    [InlineData("5", "NOT_HSDS_UK", "Line 1, column 1:")]
    [InlineData("{\"contents\": 5}", "NOT_HSDS_UK", "Line 1, column 1:")]
    [InlineData("{}", "NOT_HSDS_UK", "Line 1, column 1:")]
    public async Task What_is_no_document_is_refused_with_its_place(string body, string reason, string place) => await Refused(Encoding.UTF8.GetBytes(body), reason, place);

    [Fact]
    public async Task What_is_not_UTF8_is_refused_with_its_place()
    {
        await Refused([.. "[\n\n \""u8, 0xE9, .. "\"]"u8], "NOT_UTF8", "Line 3, column 3:");
        await Refused([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[]")], "NOT_UTF8", "Line 1, column 1:");
        await Refused(Encoding.UTF8.GetBytes(new string('[', 200)), "NOT_JSON", "Line 1, column");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_and_an_empty_list_is_a_document()
    {
        var token = await hub.Token("vcfse-1");
        var answer = await hub.PostImport(token, [.. Encoding.UTF8.Preamble, .. "[]"u8]);
        Assert.Equal("""{"dry_run":false,"items":[],"received":0,"created":0,"updated":0,"unchanged":0,"rejected":0}""", answer.Text);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("dry_run", (string?)(await hub.PostImport(token, "[]", "?dry_run=maybe")).Body["field"]);
        Assert.Equal("NOT_JSON", (string?)(await hub.PostImport(token, [.. "[]"u8, .. Encoding.UTF8.Preamble])).Body["reason"]);
    }

    [Fact]
    public async Task Half_a_pair_of_surrogates_spoils_only_its_own_service()
    {
        var (good, bad) = (Service(Organization(Guid.CreateVersion7())), Service(Organization(Guid.CreateVersion7())));
        bad["name"] = "PAIR";
        var answer = await hub.PostImport(await hub.Token("vcfse-1"), $"[{bad.ToJsonString().Replace("PAIR", "\\ud83d", StringComparison.Ordinal)}, {good.ToJsonString()}]");
        Assert.Equal("rejected; created", answer.Body.Results());
    }

    [Fact]
    public async Task A_document_is_at_most_ten_megabytes_and_five_thousand_services()
    {
        var token = await hub.Token("vcfse-1");
        var large = await hub.PostImport(token, $"[\"{new string('x', 9 * 1024 * 1024)}\"]");
        Assert.Equal((HttpStatusCode.OK, "rejected"), (large.Status, large.Body.Results()));
        var tooLarge = await hub.PostImport(token, $"[\"{new string('x', 11 * 1024 * 1024)}\"]");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TOO_LARGE"), (tooLarge.Status, (string?)tooLarge.Body["reason"]));
        await Refused(JsonSerializer.SerializeToUtf8Bytes(new int[5001]), "TOO_MANY", "At most 5000");
    }

    [Fact]
    public async Task The_standards_own_examples_are_read_and_what_is_wrong_with_them_is_said()
    {
        var folder = Path.Combine(Path.GetDirectoryName(HouseTests.Repository())!, "shared", "conformance", "open-referral-uk", "examples");
        Assert.SkipUnless(System.IO.Directory.Exists(folder), "The examples are not here.");
        foreach (var example in new[] { "service_full.json", "service_list.json" })
        {
            var answer = await hub.PostImport(await hub.Token("vcfse-1"), await File.ReadAllBytesAsync(Path.Combine(folder, example)), "?dry_run=true");
            Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, (int)answer.Body["received"]!));
            Assert.DoesNotContain(answer.Body.Issues(), i => i.EndsWith("WRONG_TYPE", StringComparison.Ordinal));
        }
    }

    private async Task Refused(byte[] body, string reason, string place)
    {
        var answer = await hub.PostImport(await hub.Token("vcfse-1"), body);
        Assert.Equal((HttpStatusCode.BadRequest, "body", reason), (answer.Status, (string?)answer.Body["field"], (string?)answer.Body["reason"]));
        Assert.StartsWith(place, (string?)answer.Body["message"], StringComparison.Ordinal);
    }
}
