using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Halton.Hub.Foundation;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Access;

/// <summary>
/// Tells who calls from an access token. A token is verified once and remembered by its SHA-256 until it ends, since verifying a signature
/// costs more than the read behind it; whether the partner may still call is asked every time.
/// </summary>
public sealed class Authentication(PartnerDirectory partners, SigningKeys keys, TimeProvider clock)
{
    private const int Remembered = 10_000;
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 8192, MapInboundClaims = false };
    private readonly ConcurrentDictionary<UInt128, Caller> known = new();

    /// <summary>The caller behind an Authorization header, or a fault.</summary>
    public async ValueTask<Caller> Run(string? authorization, CancellationToken ct)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            throw new Fault(FaultKind.Unauthenticated, "TOKEN_REQUIRED", "Send an access token: authorization: Bearer <token>.");
        }

        var key = Hash(authorization);
        if (!known.TryGetValue(key, out var caller))
        {
            caller = await Verify(authorization[7..], ct);
            Remember(key, caller);
        }

        if (clock.GetUtcNow() >= caller.ExpiresAt)
        {
            known.TryRemove(key, out _);
            throw new Fault(FaultKind.Unauthenticated, "TOKEN_EXPIRED", "The access token has ended. Get a new one.");
        }

        partners.DemandActive(caller.Partner);
        return caller;
    }

    private async ValueTask<Caller> Verify(string token, CancellationToken ct)
    {
        if (token.Length > handler.MaximumTokenSizeInBytes || !handler.CanReadToken(token))
        {
            throw Invalid();
        }

        JsonWebToken read;
        try
        {
            read = handler.ReadJsonWebToken(token);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException)
        {
            throw Invalid();
        }

        var key = read.Kid is { Length: > 0 } kid ? await keys.Find(kid, ct) : null;
        var result = key is null ? null : await handler.ValidateTokenAsync(read, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["at+jwt"],
            ValidAudience = HubIssuer.Audience,
            // Nodes of one hub listen on different addresses and trust one another's keys.
            ValidateIssuer = false,
            IssuerSigningKey = key,
            LifetimeValidator = (from, until, _, _) => from <= clock.GetUtcNow().UtcDateTime.AddSeconds(10) && until > clock.GetUtcNow().UtcDateTime,
            RequireExpirationTime = true,
        });
        if (result is not { IsValid: true } || !ScopeSet.TryParse(read.GetClaim("scope").Value, out var scopes))
        {
            throw Invalid();
        }

        var partner = partners.DemandActive(read.Subject);
        return new Caller(partner.Id, partner.Organization, partner.Kind, scopes, partner.Purposes, read.Id, read.ValidTo);
    }

    private void Remember(UInt128 key, Caller caller)
    {
        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        known[key] = caller;
    }

    private static UInt128 Hash(string authorization)
    {
        Span<byte> text = stackalloc byte[1024];
        Span<byte> hash = stackalloc byte[32];
        if (Encoding.UTF8.TryGetBytes(authorization, text, out var length))
        {
            SHA256.HashData(text[..length], hash);
        }
        else
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization), hash);
        }

        return BitConverter.ToUInt128(hash);
    }

    private static Fault Invalid() => new(FaultKind.Unauthenticated, "TOKEN_INVALID", "The access token is not one of this hub's, or was changed.");
}
