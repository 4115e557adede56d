using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A client of GraphQL over server-sent events.</summary>
public sealed class EventReader : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (this.response, this.reader) = (response, reader);

    /// <summary>Subscribes to changes of a ward.</summary>
    public static Task<EventReader> Ward(HubUnderTest hub, string partner, string ward, string? resumeToken = null) => Open(
        hub,
        partner,
        "subscription($w: String, $t: String) { dischargeChanged(ward: $w, resumeToken: $t) { resumeToken kind discharge { dischargeId state } } }",
        new { w = ward, t = resumeToken });

    /// <summary>Subscribes.</summary>
    public static async Task<EventReader> Open(HubUnderTest hub, string partner, string query, object variables, string schema = "care")
    {
        var response = await Send(hub, await hub.Token(partner), query, variables, schema);
        Assert.True(response.IsSuccessStatusCode, response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync());
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>Sends a request that asks for events.</summary>
    public static async Task<HttpResponseMessage> Send(HubUnderTest hub, string token, string query, object? variables = null, string schema = "care")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hub.GraphAddress(schema))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token), Accept = { new MediaTypeWithQualityHeaderValue("text/event-stream") } },
        };
        request.Headers.Add("purpose-of-use", "TREAT");
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next result; null when the stream is complete.</summary>
    public async Task<JsonElement?> NextOrEnd()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var name = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return name == "next" ? JsonSerializer.Deserialize<JsonElement>(line[5..]) : null;
            }
        }

        throw new EndOfStreamException("The stream was cut.");
    }

    /// <summary>The next result.</summary>
    public async Task<JsonElement> Next() => (await NextOrEnd())!.Value;

    /// <summary>The next result that is an event and no bookmark.</summary>
    public async Task<JsonElement> NextEvent()
    {
        while (true)
        {
            var item = (await Next()).At("data.dischargeChanged");
            if (item.At("discharge").ValueKind != JsonValueKind.Null)
            {
                return item;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
