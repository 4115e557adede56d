using Microsoft.IdentityModel.Tokens;

namespace Halton.Hub.Access;

/// <summary>A partner with its organisation and keys, ready to be asked.</summary>
public sealed record RegisteredPartner(
    string Id,
    string Organization,
    OrganizationKind Kind,
    string ScopeText,
    ScopeSet Scopes,
    IReadOnlySet<string> Purposes,
    IReadOnlyList<SecurityKey> Keys,
    bool Active,
    int RatePerSecond,
    int Burst,
    int MaxWatches,
    int CostPerMinute,
    bool FreeFormQueries,
    IReadOnlyDictionary<string, string> Documents)
{
    /// <summary>Reads a row.</summary>
    public static RegisteredPartner From(Partner partner, Organization organization, IEnumerable<TrustedDocument> documents)
    {
        var scopes = string.Join(' ', partner.Scopes);
        return new RegisteredPartner(
            partner.Id,
            organization.Code,
            organization.Kind,
            scopes,
            ScopeSet.TryParse(scopes, out var set) ? set : throw new FormatException($"Partner {partner.Id} has a scope that is none."),
            partner.Purposes.ToHashSet(),
            [.. partner.Keys.Select(k => new JsonWebKey(k.Jwk))],
            partner.RevokedAt is null,
            partner.RatePerSecond,
            partner.Burst,
            partner.MaxWatches,
            partner.CostPerMinute,
            partner.FreeFormQueries,
            documents.ToDictionary(document => document.Id, document => document.Document, StringComparer.Ordinal));
    }
}
