namespace Halton.Hub.Access;

/// <summary>A program that may call the hub for an organisation: an OAuth 2.0 confidential client.</summary>
public sealed class Partner
{
    /// <summary>The client id, for example <c>rww</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the organisation it acts for.</summary>
    public required string Organization { get; init; }

    /// <summary>SMART v2 scopes it may ask for, for example <c>system/Encounter.rs</c>.</summary>
    public required List<string> Scopes { get; set; }

    /// <summary>Purposes of use it may name, codes of HL7 v3 ActReason.</summary>
    public required List<string> Purposes { get; set; }

    /// <summary>Calls a second on average.</summary>
    public int RatePerSecond { get; set; } = 200;

    /// <summary>Calls at once after a quiet time.</summary>
    public int Burst { get; set; } = 400;

    /// <summary>Watches open at a time.</summary>
    public int MaxWatches { get; set; } = 10;

    /// <summary>Points of GraphQL cost a minute; one is about one field of one answer.</summary>
    public int CostPerMinute { get; set; } = 100_000;

    /// <summary>Whether it may send GraphQL documents of its own making, or only trusted ones.</summary>
    public bool FreeFormQueries { get; set; } = true;

    /// <summary>When it was revoked; null while it may call.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Its public keys.</summary>
    public List<PartnerKey> Keys { get; init; } = [];
}
