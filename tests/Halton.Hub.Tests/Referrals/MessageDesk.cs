using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;

namespace Halton.Hub.Tests.Referrals;

/// <summary>The project's own example messages, with a fresh person and today's times, and the way to send them.</summary>
internal sealed class MessageDesk(HubUnderTest hub)
{
    public const string Requester = "rbn";
    public const string Performer = "hicafs";

    public static readonly string Software = Base64("""{"resourceType":"Device","deviceName":[{"name":"Test desk","type":"user-friendly-name"}]}""");

    /// <summary>The person that this desk's messages are about.</summary>
    public string NhsNumber { get; } = People.NhsNumber();

    /// <summary>The matter that this desk's messages are about.</summary>
    public string Correlation { get; } = People.RequestId();

    /// <summary>One of the examples.</summary>
    public JsonObject Example(string name) => (JsonObject)JsonNode.Parse(Text(name))!;

    public string Text(string name) => File.ReadAllText(Path.Combine(HouseTests.Repository(), "schema", "fhir", $"Bundle-example-{name}.json"))
        .Replace("9990000018", NhsNumber, StringComparison.Ordinal)
        .Replace("2026-11-26T09:00:00Z", Ago(0.02), StringComparison.Ordinal)
        .Replace("2026-11-26T10:00:00Z", Ago(0.01), StringComparison.Ordinal)
        .Replace("2026-11-26T10:45:00Z", Ago(0), StringComparison.Ordinal)
        .Replace("2026-11-26T11:00:00Z", Ago(-1.5), StringComparison.Ordinal);

    public Task<FhirAnswer> Send(JsonNode message, string partner = Requester, string? requestId = null, string? correlation = null) =>
        Post(Encoding.UTF8.GetBytes(message.ToJsonString()), partner, requestId, correlation);

    public Task<FhirAnswer> Send(string example, string partner = Requester, string? requestId = null) => Post(Encoding.UTF8.GetBytes(Text(example)), partner, requestId, null);

    public Task<FhirAnswer> Post(byte[] body, string partner = Requester, string? requestId = null, string? correlation = null, Action<HttpRequestMessage>? change = null) =>
        hub.Fhir(partner, "$process-message", change: request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
            request.Headers.Add("X-Request-Id", requestId ?? People.RequestId());
            request.Headers.Add("X-Correlation-Id", correlation ?? Correlation);
            request.Headers.Add("NHSD-End-User-Organisation", Organisation(partner == "hbc" ? "E06000006" : partner.ToUpperInvariant()));
            request.Headers.Add("NHSD-Requesting-Software", Software);
            change?.Invoke(request);
        });

    /// <summary>The first resource of a type in a message.</summary>
    public static JsonObject Resource(JsonObject message, string type, int nth = 0) =>
        (JsonObject)message["entry"]!.AsArray().Select(e => e!["resource"]!).Where(r => (string?)r["resourceType"] == type).ElementAt(nth);

    public static void Drop(JsonObject message, string type)
    {
        var entries = message["entry"]!.AsArray();
        entries.Remove(entries.First(e => (string?)e!["resource"]!["resourceType"] == type));
    }

    /// <summary>NHSD-End-User-Organisation of an organisation.</summary>
    public static string Organisation(string code) =>
        Base64($$"""{"resourceType":"Organization","identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"{{code}}"}]}""");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Ago(double hours) => TimeProvider.System.GetUtcNow().AddHours(-hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
