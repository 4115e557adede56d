using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>A maintainer's own program that sends documents of HSDS-UK.</summary>
public static class Importer
{
    private static readonly HttpClient Http = new();

    /// <summary>Sends a document as a partner; answers the report.</summary>
    public static async Task<JsonNode> Import(this HubUnderTest hub, string partner, object document, bool dryRun = false)
    {
        var (token, body) = (await hub.Token(partner), JsonSerializer.SerializeToUtf8Bytes(document));
        var answer = await hub.PostImport(token, body, dryRun ? "?dry_run=true" : "");
        while (answer.Status == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            answer = await hub.PostImport(token, body, dryRun ? "?dry_run=true" : "");
        }

        return answer.Status == HttpStatusCode.OK ? answer.Body : throw new InvalidOperationException(answer.Text);
    }

    /// <summary>Sends whatever bytes with whatever token.</summary>
    public static async Task<OpenAnswer> PostImport(this HubUnderTest hub, string? token, byte[] body, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub.Http, "/openreferral/import" + query)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // A large body waits for the hub's word that it may come.
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return new OpenAnswer(response.StatusCode, response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase), await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends text.</summary>
    public static Task<OpenAnswer> PostImport(this HubUnderTest hub, string? token, string body, string query = "") => hub.PostImport(token, Encoding.UTF8.GetBytes(body), query);

    /// <summary>What became of each service: "created; updated".</summary>
    public static string Results(this JsonNode report) => string.Join("; ", report["items"]!.AsArray().Select(i => (string)i!["result"]!));

    /// <summary>What was noted about one service: "error name REQUIRED".</summary>
    public static string[] Issues(this JsonNode report, int index = 0) => [.. report["items"]![index]!["issues"]!.AsArray().Select(i => $"{i!["severity"]} {i["field"]} {i["reason"]}")];

    /// <summary>An organisation.</summary>
    public static JsonObject Organization(Guid id, string name = "Lanternfolk") => new() { ["id"] = id.ToString(), ["name"] = name, ["description"] = "Helps." };

    /// <summary>A service with everything that the directory keeps.</summary>
    public static JsonObject Service(JsonObject organization, string name = "Lunch Club")
    {
        var (at, place) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        return new JsonObject
        {
            ["id"] = Guid.CreateVersion7().ToString(),
            ["name"] = name,
            ["description"] = "A hot lunch in company.\r\nNo need to book.",
            ["status"] = "active",
            ["url"] = "https://lanternfolk.example/lunch",
            ["email"] = "lunch@lanternfolk.example",
            ["fees"] = "",
            ["minimum_age"] = "55",
            ["maximum_age"] = null,
            ["assured_date"] = "2026-01-31",
            ["x_unknown"] = new JsonArray(1, 2),
            ["organization"] = organization.DeepClone(),
            ["schedules"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["freq"] = "WEEKLY", ["byday"] = "TH, FR", ["opens_at"] = "10:00:00", ["closes_at"] = "14:00", ["service_at_location_id"] = at.ToString() }),
            ["service_at_locations"] = new JsonArray(new JsonObject
            {
                ["id"] = at.ToString(),
                ["description"] = "Ring the bell",
                ["location"] = new JsonObject
                {
                    ["id"] = place.ToString(),
                    ["location_type"] = "physical",
                    ["name"] = "Old Brine Hall",
                    ["latitude"] = 53.33,
                    ["longitude"] = -2.73,
                    ["addresses"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["address_1"] = "1 Brine Lane", ["city"] = "Runcorn", ["state_province"] = "Cheshire", ["postal_code"] = "wa72ck", ["country"] = "GB", ["address_type"] = "physical" }),
                    ["accessibility"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["accessibility"] = "step_free" }),
                },
            }),
            ["service_areas"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["name"] = "Halton" }),
            ["languages"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["code"] = "pl" }),
            ["funding"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["source"] = "Grants" }),
            ["cost_options"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["option"] = "Everyone", ["amount"] = 2.5 }),
            ["contacts"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["title"] = "Lunch desk", ["phones"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["number"] = "+44 1632 960341", ["description"] = "Weekdays" }) }),
        };
    }
}
