using Halton.Hub.Foundation;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Halton.Hub.Access;

/// <summary>
/// Exchanges a signed client assertion for an access token: OAuth 2.0 client credentials with private_key_jwt, as SMART Backend Services
/// and NHS application-restricted access prescribe. An assertion works once, across nodes and restarts. Any doubt is <c>invalid_client</c>.
/// </summary>
public sealed partial class IssueToken(PartnerDirectory partners, SigningKeys keys, HubIssuer hub, NpgsqlDataSource source, TimeProvider clock, ILogger<IssueToken> log)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAssertion = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 8192 };

    /// <summary>Issues a token for the scopes asked for, or for all that the partner has.</summary>
    public async Task<IssuedToken> Run(string assertion, string? scope, CancellationToken ct)
    {
        var (partner, jti, expires) = await Authenticate(assertion);
        var scopes = string.IsNullOrWhiteSpace(scope) ? partner.ScopeText : scope.Trim();
        if (!ScopeSet.TryParse(scopes, out var asked) || !partner.Scopes.Covers(asked))
        {
            throw Refuse(partner.Id, "INVALID_SCOPE", "The scope is malformed or more than this partner has.");
        }

        if (!await UseOnce(partner.Id, jti, expires, ct))
        {
            throw Refuse(partner.Id, "ASSERTION_REPLAYED", "This assertion was used before.");
        }

        var now = clock.GetUtcNow();
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = hub.Issuer(),
            Audience = HubIssuer.Audience,
            TokenType = "at+jwt",
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + HubIssuer.TokenLife).UtcDateTime,
            SigningCredentials = new SigningCredentials(keys.Mine, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = partner.Id,
                ["client_id"] = partner.Id,
                ["jti"] = Guid.CreateVersion7(now).ToString("N"),
                ["organization"] = partner.Organization,
                ["role"] = partner.Kind.ToString(),
                ["scope"] = scopes,
            },
        });
        LogIssued(log, partner.Id);
        return new IssuedToken(token, scopes);
    }

    private async Task<(RegisteredPartner Partner, string Jti, DateTimeOffset Expires)> Authenticate(string assertion)
    {
        if (assertion.Length > handler.MaximumTokenSizeInBytes || !handler.CanReadToken(assertion))
        {
            throw Refuse("unknown", "INVALID_CLIENT", "The assertion is no signed JWT.");
        }

        JsonWebToken read;
        try
        {
            read = handler.ReadJsonWebToken(assertion);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or SecurityTokenException)
        {
            throw Refuse("unknown", "INVALID_CLIENT", "The assertion is no signed JWT.");
        }

        var partner = partners.Find(read.Issuer) ?? throw Refuse("unknown", "INVALID_CLIENT", "The client is not known.");
        var result = await handler.ValidateTokenAsync(read, Rules(partner));
        var audiences = read.Audiences.Count();
        if (!result.IsValid || string.IsNullOrEmpty(read.Kid) || read.Subject != read.Issuer || read.Id is not { Length: >= 1 and <= 128 } jti || jti.Any(char.IsControl) || audiences != 1)
        {
            throw Refuse(partner.Id, "INVALID_CLIENT", "The assertion was not accepted: check key id, algorithm, audience, expiry, iss = sub and jti.");
        }

        return (partner, jti, read.ValidTo);
    }

    private TokenValidationParameters Rules(RegisteredPartner partner) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha384],
        ValidTypes = ["JWT", "client-authentication+jwt"],
        ValidAudiences = [hub.TokenUrl, hub.Issuer()],
        ValidIssuer = partner.Id,
        IssuerSigningKeys = partner.Keys,
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until > now - Skew && until <= now + LongestAssertion + Skew && !(from > now + Skew);
        },
    };

    private async Task<bool> UseOnce(string partner, string jti, DateTimeOffset expires, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "with old as (delete from access.assertion_use where expires_at < now() - interval '1 hour') insert into access.assertion_use (partner_id, jti, expires_at) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.Add(new() { Value = partner });
        command.Parameters.Add(new() { Value = jti });
        command.Parameters.Add(new() { Value = expires });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private Fault Refuse(string partner, string reason, string message)
    {
        LogRefused(log, partner, reason);
        return new Fault(FaultKind.Unauthenticated, reason, message);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Access token issued to {Partner}")]
    private static partial void LogIssued(ILogger log, string partner);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Access token refused to {Partner}: {Reason}")]
    private static partial void LogRefused(ILogger log, string partner, string reason);
}
