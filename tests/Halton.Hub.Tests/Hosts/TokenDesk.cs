using System.Net;
using System.Text.Json;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Tests.Hosts;

/// <summary>The token endpoint as a partner's own program meets it.</summary>
public static class TokenDesk
{
    private static readonly HttpClient Http = new();

    /// <summary>Posts an assertion.</summary>
    public static Task<TokenAnswer> Ask(this HubUnderTest hub, string assertion, string? scope = null) => hub.PostForm(Form(assertion, scope));

    /// <summary>Posts whatever form.</summary>
    public static async Task<TokenAnswer> PostForm(this HubUnderTest hub, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await hub.PostToken(form);
    }

    /// <summary>Posts whatever content.</summary>
    public static async Task<TokenAnswer> PostToken(this HubUnderTest hub, HttpContent content)
    {
        using var response = await Http.PostAsync(new Uri(hub.Http, "/oauth2/token"), content);
        var text = await response.Content.ReadAsStringAsync();
        return new TokenAnswer(response.StatusCode, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!, response.Headers.CacheControl?.NoStore == true);
    }

    /// <summary>The fields of a good request.</summary>
    public static Dictionary<string, string> Form(string assertion, string? scope = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        };
        if (scope is not null)
        {
            fields["scope"] = scope;
        }

        return fields;
    }

    /// <summary>A good assertion of a demonstration partner.</summary>
    public static string AssertionOf(this HubUnderTest hub, string partner, TimeProvider? clock = null) =>
        new Assertion(partner, HubUnderTest.Identity(partner).PrivateKey, "ES384", new Uri(hub.Http, "/oauth2/token").AbsoluteUri) { Clock = clock ?? TimeProvider.System }.Sign();

    /// <summary>An access token of a demonstration partner.</summary>
    public static async Task<string> Token(this HubUnderTest hub, string partner, string? scope = null, TimeProvider? clock = null) =>
        (await hub.Ask(hub.AssertionOf(partner, clock), scope)).Token!;

    /// <summary>Calls with exactly this access token.</summary>
    public static DischargeService.DischargeServiceClient With(this HubUnderTest hub, string token, string purpose = "TREAT") =>
        hub.Bare(("authorization", "Bearer " + token), ("purpose-of-use", purpose));
}

/// <summary>What the token endpoint answered.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="NoStore">Whether caches must forget it.</param>
public sealed record TokenAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, JsonElement> Body, bool NoStore)
{
    /// <summary>The access token.</summary>
    public string? Token => Text("access_token");

    /// <summary>OAuth's error.</summary>
    public string? Error => Text("error");

    /// <summary>One member.</summary>
    public string? Text(string name) => Body.TryGetValue(name, out var value) ? value.ToString() : null;
}
