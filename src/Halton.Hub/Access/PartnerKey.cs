namespace Halton.Hub.Access;

/// <summary>A public key of a partner, as a JWK. The hub never holds the private half.</summary>
public sealed class PartnerKey
{
    /// <summary>The partner's id.</summary>
    public required string PartnerId { get; init; }

    /// <summary>The key's id, named in the assertion's header.</summary>
    public required string Kid { get; init; }

    /// <summary>The public JWK.</summary>
    public required string Jwk { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
