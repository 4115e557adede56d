using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to record a contact.</summary>
public sealed class RecordContactInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Moment of the contact, not in the future and not before the referral.</summary>
    public required DateTimeOffset ContactedAt { get; init; }

    /// <summary>Hub code system contact-kind; only face-to-face stops the clocks.</summary>
    public required CodingInputGraph Kind { get; init; }

    /// <summary>Hub code system care-discipline.</summary>
    public required CodingInputGraph Discipline { get; init; }

    /// <summary>What came of it, in words, at most 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordContact.Request Read() => new(RequestId, ReferralId, ContactedAt.ToUniversalTime(), Kind.Read(), Discipline.Read(), Note, Etag);
}
