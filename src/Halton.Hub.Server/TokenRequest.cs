using System.Text.Json;
using Halton.Hub.Foundation;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Server;

/// <summary>Asks a hub for an access token the way every partner does: client credentials with an assertion signed by its own key.</summary>
internal sealed class TokenRequest(string http, string issuer, string partner, JsonWebKey key)
{
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(2);

    /// <summary>The access token.</summary>
    public async Task<string> Send(string? scope, TimeProvider clock, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(clock.GetUtcNow()),
        };
        if (scope is not null)
        {
            fields["scope"] = scope;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri($"{Reachable()}/oauth2/token"), form, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new Fault(FaultKind.Unauthenticated, "TOKEN_REFUSED", $"The hub answered {(int)answer.StatusCode}: {text}");
        }

        using var body = JsonDocument.Parse(text);
        return body.RootElement.GetProperty("access_token").GetString()!;
    }

    private string Assertion(DateTimeOffset now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        TokenType = "JWT",
        Issuer = partner,
        Audience = issuer + "/oauth2/token",
        IssuedAt = now.UtcDateTime,
        Expires = (now + AssertionLife).UtcDateTime,
        SigningCredentials = new SigningCredentials(key, key.Alg ?? SecurityAlgorithms.EcdsaSha384),
        Claims = new Dictionary<string, object> { ["sub"] = partner, ["jti"] = Guid.CreateVersion7(now).ToString("N") },
    });

    // A hub that listens everywhere is reached here.
    private string Reachable() => http.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);
}
