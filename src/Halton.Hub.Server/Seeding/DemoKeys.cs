using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Private keys of the demonstration partners: one JWK file a partner, made on this machine at the first run and readable by its owner
/// only. They stand in for the keys that a real partner keeps to itself.
/// </summary>
internal static class DemoKeys
{
    // Everything of a JWK that is secret, whatever its type. Source: RFC 7518, section 6.
    private static readonly string[] Secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The kid and the public JWK of a partner's key, which is made when missing.</summary>
    public static (string Kid, string PublicJwk) Ensure(string folder, string partner)
    {
        var path = Path.Combine(folder, $"{partner}.json");
        if (!File.Exists(path))
        {
            System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            SecretFile.Write(path, Make());
        }

        var jwk = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        foreach (var secret in Secrets)
        {
            jwk.Remove(secret);
        }

        return (jwk["kid"]!.GetValue<string>(), jwk.ToJsonString());
    }

    private static byte[] Make()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["kty"] = key.Kty,
            ["crv"] = key.Crv,
            ["x"] = key.X,
            ["y"] = key.Y,
            ["d"] = key.D,
            ["kid"] = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()),
            ["alg"] = "ES384",
            ["use"] = "sig",
        });
    }
}
