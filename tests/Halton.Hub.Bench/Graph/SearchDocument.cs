using System.Text.Json;
using Halton.Hub.Bench.Hubs;

namespace Halton.Hub.Bench.Graph;

/// <summary>The ordinary question of the directory: what is near a postcode, who offers it, when, and what it is.</summary>
internal static class SearchDocument
{
    /// <summary>The partner that asks it.</summary>
    public const string Partner = "vcfse-1";

    /// <summary>What it asks for.</summary>
    public const string Purpose = "HOPERAT";

    private const string Text = """
        query ($postcode: String!, $first: Int!) {
          services(first: $first, filter: { near: { postcode: $postcode } }) {
            nodes { name metres organization { name } schedules { byday opensAt closesAt } terms { name } }
            pageInfo { endCursor hasNextPage }
          }
        }
        """;

    private static readonly string[] Postcodes =
    [
        "WA7", "WA8", "WA4", "WA7 1", "WA7 2", "WA7 3", "WA7 4", "WA7 5", "WA7 6", "WA8 0", "WA8 3", "WA8 4", "WA8 5", "WA8 6", "WA8 7", "WA8 8", "WA8 9", "WA7 2CK", "WA8 6UJ", "WA7 4EX",
    ];

    /// <summary>One body for each postcode.</summary>
    public static IReadOnlyList<string> Bodies(int first) =>
        [.. Postcodes.Select(postcode => JsonSerializer.Serialize(new { query = Text, variables = new { postcode, first } }))];

    /// <summary>Callers that send them.</summary>
    public static GraphCallers Callers(HubProcess hub, Client.AccessTokens tokens, int first, int count) =>
        new(new Requests(hub.Http, tokens, [.. Bodies(first).Select<string, Func<string, byte[]>>(body => token => HttpLine.Request(hub.Http, token, Purpose, body))]), count, (status, body) => status == 200 && body.Span.StartsWith("{\"data\":{\"services\":{\"nodes\":["u8));
}
