using GraphQL;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to accept a referral.</summary>
public sealed class AcceptReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AcceptReferral.Request Read() => new(RequestId, ReferralId, Etag);
}
