using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Halton.Hub.Tests.Access;

/// <summary>A node that knows a test partner with keys of several kinds, and a revoked one with the same keys.</summary>
public sealed class TokenHub : IAsyncLifetime
{
    /// <summary>Client id of the test partner.</summary>
    public const string Partner = "test-desk";

    /// <summary>Client id of the revoked one.</summary>
    public const string Revoked = "test-revoked";

    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <summary>A registered RSA key.</summary>
    public RsaSecurityKey Rsa3072 { get; } = new(RSA.Create(3072)) { KeyId = "rsa-3072" };

    /// <summary>A registered RSA key as the NHS prescribes.</summary>
    public RsaSecurityKey Rsa4096 { get; } = new(RSA.Create(4096)) { KeyId = "rsa-4096" };

    /// <summary>A registered EC key.</summary>
    public ECDsaSecurityKey Ec { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP384)) { KeyId = "ec-384" };

    /// <summary>A key that nobody registered.</summary>
    public ECDsaSecurityKey Stranger { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP384)) { KeyId = "stranger" };

    /// <summary>The exact audience that SMART and the NHS prescribe.</summary>
    public string TokenUrl => new Uri(Hub.Http, "/oauth2/token").AbsoluteUri;

    /// <summary>The exact audience that the IETF prescribes.</summary>
    public string Issuer => Hub.Http.GetLeftPart(UriPartial.Authority);

    /// <summary>A good assertion of the test partner with its EC key.</summary>
    public Assertion Good => new(Partner, Ec, "ES384", TokenUrl);

    /// <summary>The public half of a key as a JWK.</summary>
    public static string Jwk(SecurityKey key)
    {
        var jwk = key is RsaSecurityKey rsa
            ? JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.Rsa.ExportParameters(false)) { KeyId = key.KeyId })
            : JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)key);
        return jwk.Kty == "RSA"
            ? JsonSerializer.Serialize(new { kty = "RSA", kid = jwk.Kid, n = jwk.N, e = jwk.E })
            : JsonSerializer.Serialize(new { kty = "EC", kid = jwk.Kid, crv = jwk.Crv, x = jwk.X, y = jwk.Y });
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Hub = await HubUnderTest.Start();
        foreach (var partner in new[] { Partner, Revoked })
        {
            await Hub.Execute(
                "insert into access.partner (id, organization, scopes, purposes, rate_per_second, burst, max_watches) values ($1, 'RWW', '{system/Encounter.rs,system/Observation.crs}', '{TREAT}', 500, 1000, 5)",
                partner);
            foreach (var key in new SecurityKey[] { Rsa3072, Rsa4096, Ec })
            {
                await Hub.Execute("insert into access.partner_key (partner_id, kid, jwk, added_at) values ($1, $2, $3::jsonb, now())", partner, key.KeyId, Jwk(key));
            }
        }

        await Hub.Execute("update access.partner set revoked_at = now() where id = $1", Revoked);
        await Hub.Services.GetRequiredService<PartnerDirectory>().Refresh(default);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        Rsa3072.Rsa.Dispose();
        Rsa4096.Rsa.Dispose();
        Ec.ECDsa.Dispose();
        Stranger.ECDsa.Dispose();
    }
}
