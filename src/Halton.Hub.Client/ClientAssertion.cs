using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Client;

/// <summary>Signs client assertions (RFC 7523) as SMART Backend Services prescribes: good for two minutes, usable once.</summary>
public static class ClientAssertion
{
    /// <summary>Signs one.</summary>
    /// <param name="partner">Who you are.</param>
    /// <param name="tokenUrl">The hub's token endpoint.</param>
    /// <param name="now">The time.</param>
    public static string Sign(HubPartner partner, string tokenUrl, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = partner.Id,
        Audience = tokenUrl,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.AddMinutes(2).UtcDateTime,
        TokenType = "JWT",
        Claims = new Dictionary<string, object> { ["sub"] = partner.Id, ["jti"] = Guid.CreateVersion7(now).ToString("N") },
        SigningCredentials = new SigningCredentials(partner.PrivateKey, partner.PrivateKey.Kty == "RSA" ? SecurityAlgorithms.RsaSha384 : SecurityAlgorithms.EcdsaSha384),
    });
}
