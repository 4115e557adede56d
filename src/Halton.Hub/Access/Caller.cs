namespace Halton.Hub.Access;

/// <summary>Who calls: everything here comes from a verified access token and the database, nothing from the request.</summary>
/// <param name="Partner">The partner's client id.</param>
/// <param name="Organization">Code of the organisation it acts for.</param>
/// <param name="Kind">What that organisation is; null for the hub's own callers (<c>SYSTEM:…</c>), whom no door lets in.</param>
/// <param name="Scopes">What the token allows.</param>
/// <param name="Purposes">Purposes of use that the partner may name.</param>
/// <param name="TokenId">The token's jti.</param>
/// <param name="ExpiresAt">When the token ends.</param>
public sealed record Caller(
    string Partner,
    string Organization,
    OrganizationKind? Kind,
    ScopeSet Scopes,
    IReadOnlySet<string> Purposes,
    string TokenId,
    DateTimeOffset ExpiresAt);
