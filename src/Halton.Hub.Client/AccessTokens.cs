using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Halton.Hub.Client;

/// <summary>Access tokens of one partner: fetched when first needed, kept, and renewed half a minute before they end.</summary>
public sealed class AccessTokens(HttpClient http, Uri hub, HubPartner partner, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim one = new(1);
    private string token = "";
    private DateTimeOffset renewAt;

    /// <summary>A token that is good now. Throws <see cref="HttpRequestException"/> with the hub's words when it is refused.</summary>
    public async ValueTask<string> Get(CancellationToken ct = default)
    {
        if (clock.GetUtcNow() < renewAt)
        {
            return token;
        }

        await one.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() >= renewAt)
            {
                var answer = await Ask(ct);
                (token, renewAt) = (answer.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Early);
            }

            return token;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    private async Task<Answer> Ask(CancellationToken ct)
    {
        var url = new Uri(hub, "/oauth2/token");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = ClientAssertion.Sign(partner, url.AbsoluteUri, clock.GetUtcNow()),
        });
        using var response = await http.PostAsync(url, form, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The hub gave no token: {await response.Content.ReadAsStringAsync(ct)}", null, response.StatusCode);
        }

        return (await response.Content.ReadFromJsonAsync<Answer>(ct))!;
    }

    private sealed record Answer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
