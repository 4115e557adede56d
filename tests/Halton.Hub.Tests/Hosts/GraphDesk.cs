using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Halton.Hub.Tests.Hosts;

/// <summary>The GraphQL doors as a partner's own program meets them.</summary>
public static class GraphDesk
{
    /// <summary>The specification's own media type.</summary>
    public const string Media = "application/graphql-response+json";

    private static readonly HttpClient Http = new();

    /// <summary>Asks as a demonstration partner.</summary>
    public static async Task<GraphAnswer> Graph(this HubUnderTest hub, string partner, string query, object? variables = null, string schema = "care", string? purpose = "TREAT") =>
        await hub.GraphWith(await hub.Token(partner), query, variables, schema, purpose);

    /// <summary>Asks with an access token.</summary>
    public static Task<GraphAnswer> GraphWith(
        this HubUnderTest hub, string token, string query, object? variables = null, string schema = "care", string? purpose = "TREAT", Action<HttpRequestMessage>? change = null) =>
        hub.PostGraph(JsonSerializer.Serialize(new { query, variables }), token, schema, purpose, change);

    /// <summary>Posts whatever body.</summary>
    public static async Task<GraphAnswer> PostGraph(this HubUnderTest hub, string body, string? token, string schema = "care", string? purpose = "TREAT", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hub.GraphAddress(schema)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd(Media);
        if (purpose is not null)
        {
            request.Headers.Add("purpose-of-use", purpose);
        }

        return await hub.SendGraph(request, token, change);
    }

    /// <summary>Sends whatever request.</summary>
    public static async Task<GraphAnswer> SendGraph(this HubUnderTest hub, HttpRequestMessage request, string? token, Action<HttpRequestMessage>? change = null)
    {
        ArgumentNullException.ThrowIfNull(hub);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        change?.Invoke(request);
        using var response = await Http.SendAsync(request);
        var answer = await GraphAnswer.Read(response);
        if (answer.Errors.Count > 0)
        {
            ErrorFile.Keep(answer.Text);
        }

        return answer;
    }

    /// <summary>Where a schema is served.</summary>
    public static Uri GraphAddress(this HubUnderTest hub, string schema) => new(hub.Http, schema == "care" ? "/graphql/care" : "/graphql");
}
