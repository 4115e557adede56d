using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Foundation;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Server;

/// <summary>The private keys of generated partners: <c>keys/PARTNER.json</c>, one private JWK a file, for ES384.</summary>
internal static class PrivateKeyFile
{
    /// <summary>The file of a partner. An id that could lead out of the folder is refused.</summary>
    public static string Path(string keysFolder, string partnerId) => partnerId.Length is > 0 and <= 64 && partnerId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? System.IO.Path.Combine(keysFolder, partnerId + ".json")
        : throw Fault.Invalid("id", "PARTNER_ID", "1 to 64 lower-case letters, digits and hyphens, the first no hyphen.");

    /// <summary>Makes a key: the private JWK, and a set of its public half.</summary>
    public static (string PrivateJwk, string PublicJwks) Generate()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        var open = new Dictionary<string, string>
        {
            ["kty"] = key.Kty,
            ["crv"] = key.Crv,
            ["x"] = key.X,
            ["y"] = key.Y,
            ["kid"] = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()),
            ["alg"] = SecurityAlgorithms.EcdsaSha384,
            ["use"] = "sig",
        };
        var secret = new Dictionary<string, string>(open) { ["d"] = key.D };
        return (JsonSerializer.Serialize(secret), JsonSerializer.Serialize(new { keys = new[] { open } }));
    }

    /// <summary>The private key of a partner.</summary>
    public static JsonWebKey Read(string keysFolder, string partnerId)
    {
        var path = Path(keysFolder, partnerId);
        return File.Exists(path)
            ? new JsonWebKey(File.ReadAllText(path))
            : throw new Fault(FaultKind.NotFound, "NO_PRIVATE_KEY", $"There is no private key {path}. Only keys made by --generate or --seed demo are kept here.");
    }
}
