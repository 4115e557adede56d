using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to amend a referral.</summary>
public sealed class AmendReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Hub code system urgent-response-condition, at most 9; none leaves them as they are. FHIR: ServiceRequest.reasonCode.</summary>
    public IReadOnlyList<CodingInputGraph>? Conditions { get; init; }

    /// <summary>What happened and what is needed, in words, at most 2,000 characters; absent leaves it as it is. FHIR: ServiceRequest.note.</summary>
    public string? ReasonText { get; init; }

    /// <summary>By when the requester needs an answer; counts until the service triages.</summary>
    public DateTimeOffset? NeededBy { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AmendReferral.Request Read() => new(RequestId, ReferralId, [.. (Conditions ?? []).Select(code => code.Read())], ReasonText, NeededBy?.ToUniversalTime(), Etag);
}
