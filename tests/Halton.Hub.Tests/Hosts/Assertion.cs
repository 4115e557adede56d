using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Tests.Hosts;

/// <summary>A client assertion of which every part can be bent.</summary>
public sealed record Assertion(string Partner, SecurityKey Key, string Algorithm, object Audience)
{
    /// <summary>The header's typ.</summary>
    public string Type { get; init; } = "JWT";

    /// <summary>The claim sub; the partner when null.</summary>
    public string? Subject { get; init; }

    /// <summary>The claim jti; none when null.</summary>
    public string? Jti { get; init; } = Guid.CreateVersion7().ToString();

    /// <summary>How far ahead it ends.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock that it is dated by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A further header.</summary>
    public (string Name, object Value)? Header { get; init; }

    /// <summary>The claims as JSON.</summary>
    public string Payload => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["iss"] = Partner,
            ["sub"] = Subject ?? Partner,
            ["aud"] = Audience,
            ["iat"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["exp"] = (Clock.GetUtcNow() + Life).ToUnixTimeSeconds(),
            ["jti"] = Jti,
        }.Where(c => c.Value is not null).ToDictionary());

    /// <summary>Signs it.</summary>
    public string Sign()
    {
        var headers = new Dictionary<string, object> { ["typ"] = Type };
        if (Header is var (name, value))
        {
            headers[name] = value;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Payload, new SigningCredentials(Key, Algorithm), headers);
    }

    /// <summary>The same claims under a header that says that there is no signature.</summary>
    public string WithoutSignature() => WithoutSignature(Payload, Type, Key.KeyId);

    /// <summary>Claims under a header that says that there is no signature.</summary>
    public static string WithoutSignature(string payload, string type, string kid) =>
        $"{Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "none", typ = type, kid }))}.{Base64UrlEncoder.Encode(payload)}.";
}
