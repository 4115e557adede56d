using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to pass a referral on.</summary>
public sealed class RedirectReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Code of the service that goes on with it.</summary>
    public required string Service { get; init; }

    /// <summary>Hub code system referral-tier: how fast that service is asked to answer. Absent means as now.</summary>
    public CodingInputGraph? Tier { get; init; }

    /// <summary>Code system dos-rejected-reasons. FHIR: Task.statusReason.</summary>
    public required CodingInputGraph Reason { get; init; }

    /// <summary>In words, at most 500 characters; required with reason 99 (other).</summary>
    public string? Text { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RedirectReferral.Request Read() => new(RequestId, ReferralId, Service, Tier?.Read(), Reason.Read(), Text, Etag);
}
