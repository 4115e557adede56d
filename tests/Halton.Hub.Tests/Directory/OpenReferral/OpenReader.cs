using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>A reader of the open feed, from an address of its own: each has its own bucket of requests.</summary>
public sealed class OpenReader : IDisposable
{
    private static int readers;
    private readonly HttpClient http;

    /// <summary>A reader of a node.</summary>
    public OpenReader(HubUnderTest hub)
    {
        var number = Interlocked.Increment(ref readers);
        var own = new IPAddress([127, 7, (byte)(number / 250), (byte)((number % 250) + 2)]);
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri(hub.Http, "/openreferral/"),
        };
    }

    /// <summary>Asks for an address under the feed's root.</summary>
    public Task<OpenAnswer> Get(string address, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, address, headers);

    /// <summary>Asks with any method; waits where the feed says so.</summary>
    public async Task<OpenAnswer> Send(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        while (true)
        {
            var answer = await Once(method, address, headers);
            if (answer.Status != HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    /// <summary>Asks once.</summary>
    public async Task<OpenAnswer> Once(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new OpenAnswer(
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
            text);
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}

/// <summary>What the feed answered.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Text">Its body.</param>
public sealed record OpenAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Body => JsonNode.Parse(Text)!;

    /// <summary>What is on a page.</summary>
    public IEnumerable<JsonNode> Contents => Body["contents"]!.AsArray().Select(n => n!);

    /// <summary>The names on a page, in their order.</summary>
    public string[] Names => [.. Contents.Select(n => (string)(n["name"] ?? n["service"]!["name"])!)];

    /// <summary>The ids on a page, in their order.</summary>
    public Guid[] Ids => [.. Contents.Select(n => Guid.Parse((string)n["id"]!))];
}
