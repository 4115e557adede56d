using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to record a follow-up.</summary>
public sealed class RecordFollowUpInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Where the person is, hub code system follow-up-outcome.</summary>
    public required CodingInputGraph Outcome { get; init; }

    /// <summary>Day on which somebody found out, not in the future and not before it fell due.</summary>
    public required DateOnly FollowedUpOn { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordFollowUp.Request Read() => new(RequestId, ReferralId, Outcome.Read(), WrittenDay.Of(FollowedUpOn), Etag);
}
