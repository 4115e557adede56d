using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Foundation;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Access;

/// <summary>
/// Reads a partner's JWKS strictly: 1 to 10 public signing keys, RSA of 2048 bits or more or EC on P-384, each with a key id.
/// A set that holds a private half is refused as a whole, so that the hub never comes to keep one.
/// </summary>
public static class PublicKeys
{
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
    private static readonly string[] KeptMembers = ["kty", "kid", "use", "alg", "crv", "x", "y", "n", "e"];

    /// <summary>The keys of a set, reduced to their public members.</summary>
    public static IReadOnlyList<PartnerKey> Read(string jwks, string partnerId, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(jwks);
            var members = document.RootElement.GetProperty("keys").EnumerateArray().ToList();
            var keys = members.Select(member => Read(member, partnerId, now)).ToList();
            return keys.Count is > 0 and <= 10 && keys.DistinctBy(k => k.Kid).Count() == keys.Count
                ? keys
                : throw Refuse("JWKS_SIZE", "Give 1 to 10 keys, each with a key id of its own.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Refuse("JWKS_MALFORMED", "Give a JSON Web Key Set: an object with a member \"keys\".");
        }
    }

    private static PartnerKey Read(JsonElement member, string partnerId, DateTimeOffset now)
    {
        var given = member.EnumerateObject().ToList();
        if (given.Any(m => PrivateMembers.Contains(m.Name, StringComparer.Ordinal)))
        {
            throw Refuse("PRIVATE_KEY", "A key holds its private half. Replace that key, since it has been shown, and send public keys only.");
        }

        if (given.DistinctBy(m => m.Name).Count() != given.Count || given.Any(m => m is { Name: "use" } && m.Value.GetString() != "sig"))
        {
            throw Refuse("JWK_UNFIT", "A key repeats a member or is not for signing.");
        }

        var kept = JsonSerializer.Serialize(given.Where(m => KeptMembers.Contains(m.Name, StringComparer.Ordinal)).ToDictionary(m => m.Name, m => m.Value.GetString()));
        var key = new JsonWebKey(kept);
        if (key.Kid is not { Length: >= 1 and <= 100 } || key.Kid.Any(char.IsControl))
        {
            throw Refuse("KID_REQUIRED", "Each key needs a key id (kid) of at most 100 characters.");
        }

        return IsStrong(key)
            ? new PartnerKey { PartnerId = partnerId, Kid = key.Kid, Jwk = kept, AddedAt = now }
            : throw Refuse("JWK_UNFIT", "A key must be RSA of 2048 to 8192 bits, or EC on P-384: what the token endpoint takes.");
    }

    private static bool IsStrong(JsonWebKey key)
    {
        try
        {
            // Handing the key to the platform also shows that its numbers make a key: a point off its curve is thrown out there.
            return (key.Kty, key.Crv) switch
            {
                ("RSA", _) => JsonWebKeyConverter.TryConvertToSecurityKey(key, out var rsa) && rsa.KeySize is >= 2048 and <= 8192,
                ("EC", "P-384") => JsonWebKeyConverter.TryConvertToSecurityKey(key, out var ec) && ((ECDsaSecurityKey)ec).ECDsa.ExportParameters(false).Q.X is not null,
                _ => false,
            };
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException or SecurityTokenException)
        {
            return false;
        }
    }

    private static Fault Refuse(string reason, string message) => Fault.Invalid("jwks", reason, message);
}
