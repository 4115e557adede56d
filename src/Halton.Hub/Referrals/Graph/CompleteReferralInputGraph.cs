using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to complete a referral.</summary>
public sealed class CompleteReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Hub code system referral-outcome. FHIR: Task.output.</summary>
    public required CodingInputGraph Outcome { get; init; }

    /// <summary>In words, at most 500 characters.</summary>
    public string? Text { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal CompleteReferral.Request Read() => new(RequestId, ReferralId, Outcome.Read(), Text, Etag);
}
