using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Tests.Access;

/// <summary>What the token endpoint must make of an assertion: 200, or OAuth's error with its HTTP status.</summary>
public sealed record AssertionCase(Func<TokenHub, string> Assertion, int Status, string? Error, string? Scope = null)
{
    /// <summary>Every case by name.</summary>
    public static IReadOnlyDictionary<string, AssertionCase> All { get; } = new Dictionary<string, AssertionCase>
    {
        ["SMART: RS384, typ JWT, aud token URL"] = Issued(h => (h.Good with { Key = h.Rsa3072, Algorithm = "RS384" }).Sign()),
        ["SMART: ES384, typ JWT, aud token URL"] = Issued(h => h.Good.Sign()),
        ["NHS England: RS512 with 4096 bits"] = Issued(h => (h.Good with { Key = h.Rsa4096, Algorithm = "RS512" }).Sign()),
        ["PS384"] = Issued(h => (h.Good with { Key = h.Rsa3072, Algorithm = "PS384" }).Sign()),
        ["7523bis: typ client-authentication+jwt, aud issuer"] = Issued(h => (h.Good with { Type = "client-authentication+jwt", Audience = h.Issuer }).Sign()),
        ["a sole audience in an array"] = Issued(h => (h.Good with { Audience = new[] { h.TokenUrl } }).Sign()),
        ["a part of its scope"] = Issued(h => h.Good.Sign(), "system/Encounter.r"),
        ["its scope, written apart"] = Issued(h => h.Good.Sign(), "system/Encounter.r system/Encounter.s system/Observation.c"),
        ["RS256"] = Refused(h => (h.Good with { Key = h.Rsa3072, Algorithm = "RS256" }).Sign()),
        ["PS256"] = Refused(h => (h.Good with { Key = h.Rsa3072, Algorithm = "PS256" }).Sign()),
        ["typ at+jwt"] = Refused(h => (h.Good with { Type = "at+jwt" }).Sign()),
        ["no jti"] = Refused(h => (h.Good with { Jti = null }).Sign()),
        ["empty jti"] = Refused(h => (h.Good with { Jti = "" }).Sign()),
        ["jti of 129 characters"] = Refused(h => (h.Good with { Jti = new string('x', 129) }).Sign()),
        ["jti that no database takes"] = Refused(h => (h.Good with { Jti = "a\0b" }).Sign()),
        ["exp an hour ahead"] = Refused(h => (h.Good with { Life = TimeSpan.FromHours(1) }).Sign()),
        ["exp a year ahead"] = Refused(h => (h.Good with { Life = TimeSpan.FromDays(365) }).Sign()),
        ["exp beyond the calendar"] = Refused(h => (h.Good with { Life = TimeSpan.FromDays(365 * 7900) }).Sign()),
        ["expired a minute ago"] = Refused(h => (h.Good with { Life = TimeSpan.FromSeconds(-60) }).Sign()),
        ["wrong aud"] = Refused(h => (h.Good with { Audience = "https://elsewhere.example/token" }).Sign()),
        ["aud a prefix of the token URL"] = Refused(h => (h.Good with { Audience = h.TokenUrl[..^1] }).Sign()),
        ["aud the token URL and more"] = Refused(h => (h.Good with { Audience = h.TokenUrl + "/x" }).Sign()),
        ["two audiences"] = Refused(h => (h.Good with { Audience = new[] { h.TokenUrl, h.Issuer } }).Sign()),
        ["two audiences, one foreign"] = Refused(h => (h.Good with { Audience = new[] { h.TokenUrl, "https://elsewhere.example" } }).Sign()),
        ["a stranger's key under a known kid"] = Refused(h => (h.Good with { Key = new ECDsaSecurityKey(h.Stranger.ECDsa) { KeyId = h.Ec.KeyId } }).Sign()),
        ["unknown kid"] = Refused(h => (h.Good with { Key = new ECDsaSecurityKey(h.Ec.ECDsa) { KeyId = "nobody" } }).Sign()),
        ["missing kid"] = Refused(h => (h.Good with { Key = new ECDsaSecurityKey(h.Ec.ECDsa) }).Sign()),
        ["iss other than sub"] = Refused(h => (h.Good with { Subject = "rww" }).Sign()),
        ["unknown client"] = Refused(h => (h.Good with { Partner = "nobody" }).Sign()),
        ["another partner's name"] = Refused(h => (h.Good with { Partner = "rww" }).Sign()),
        ["revoked client"] = Refused(h => (h.Good with { Partner = TokenHub.Revoked }).Sign()),
        ["alg none"] = Refused(h => h.Good.WithoutSignature()),
        ["HS256 with the public key's SPKI as the secret"] = Refused(h => Hmac(h, h.Ec.ECDsa.ExportSubjectPublicKeyInfo())),
        ["HS256 with the public key's PEM as the secret"] = Refused(h => Hmac(h, Encoding.ASCII.GetBytes(h.Ec.ECDsa.ExportSubjectPublicKeyInfoPem()))),
        ["HS384 with the public JWK as the secret"] = Refused(h => Hmac(h, Encoding.ASCII.GetBytes(TokenHub.Jwk(h.Ec)), "HS384")),
        ["an attacker's key in the header jwk"] = Refused(h => Stranger(h, "jwk", JsonSerializer.Deserialize<JsonElement>(TokenHub.Jwk(h.Stranger)))),
        ["an attacker's address in the header jku"] = Refused(h => Stranger(h, "jku", "https://attacker.example/jwks.json")),
        ["an attacker's address in the header x5u"] = Refused(h => Stranger(h, "x5u", "https://attacker.example/cert.pem")),
        ["a signature cut short"] = Refused(h => h.Good.Sign()[..^4]),
        ["the signature of another assertion"] = Refused(h => h.Good.Sign()[..h.Good.Sign().LastIndexOf('.')] + h.Good.Sign()[h.Good.Sign().LastIndexOf('.')..]),
        ["no signature"] = Refused(h => h.Good.Sign() is var s ? s[..(s.LastIndexOf('.') + 1)] : ""),
        ["garbage"] = Refused(_ => "this is no token"),
        ["three dots"] = Refused(_ => "..."),
        ["five parts, as if encrypted"] = Refused(_ => "e30.e30.e30.e30.e30"),
        ["JSON that is no object"] = Refused(_ => $"{Base64UrlEncoder.Encode("[]")}.{Base64UrlEncoder.Encode("5")}.AAAA"),
        ["claims of the wrong kind"] = Refused(_ => $"{Base64UrlEncoder.Encode("""{"alg":5,"kid":[]}""")}.{Base64UrlEncoder.Encode("""{"iss":["test-desk"],"sub":{},"aud":7,"exp":"x","jti":{}}""")}.AAAA"),
        ["nothing"] = Refused(_ => ""),
        ["64 KB"] = Refused(_ => $"e30.{Convert.ToHexString(RandomNumberGenerator.GetBytes(32_768))}.AAAA"),
        ["more than its scope"] = NoScope("system/Encounter.cruds"),
        ["a resource that it has not"] = NoScope("system/Encounter.rs system/Patient.r"),
        ["an unknown scope"] = NoScope("openid"),
        ["letters out of order"] = NoScope("system/Encounter.sr"),
        ["v1 letters"] = NoScope("system/Encounter.read"),
        ["a wildcard"] = NoScope("system/*.rs"),
        ["a user's scope"] = NoScope("user/Encounter.rs"),
        ["a constraint after ?"] = NoScope("system/Encounter.rs?status=finished"),
    };

    private static AssertionCase Issued(Func<TokenHub, string> assertion, string? scope = null) => new(assertion, 200, null, scope);

    private static AssertionCase Refused(Func<TokenHub, string> assertion) => new(assertion, 401, "invalid_client");

    private static AssertionCase NoScope(string scope) => new(h => h.Good.Sign(), 400, "invalid_scope", scope);

    private static string Hmac(TokenHub h, byte[] secret, string algorithm = "HS256") =>
        (h.Good with { Key = new SymmetricSecurityKey(secret) { KeyId = h.Ec.KeyId }, Algorithm = algorithm }).Sign();

    private static string Stranger(TokenHub h, string header, object value) => (h.Good with { Key = h.Stranger, Header = (header, value) }).Sign();
}
