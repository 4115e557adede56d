using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to triage a referral.</summary>
public sealed class TriageReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the referral, a UUID.</summary>
    [Id]
    public required string ReferralId { get; init; }

    /// <summary>Hub code system referral-tier. FHIR: ServiceRequest.category.</summary>
    public required CodingInputGraph Tier { get; init; }

    /// <summary>Hub code system urgent-response-condition, at most 9. FHIR: ServiceRequest.reasonCode.</summary>
    public IReadOnlyList<CodingInputGraph>? Conditions { get; init; }

    /// <summary>What stands against an urgent response at home, hub code system urgent-response-exclusion.</summary>
    public IReadOnlyList<CodingInputGraph>? Exclusions { get; init; }

    /// <summary>Who is needed, hub code system care-discipline.</summary>
    public IReadOnlyList<CodingInputGraph>? Disciplines { get; init; }

    /// <summary>Day that was agreed, for a tier that goes by it.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>Moment of the triage, not in the future and not before the referral.</summary>
    public required DateTimeOffset TriagedAt { get; init; }

    /// <summary>Role of who triages, at most 60 characters, never a name.</summary>
    public required string TriagedByRole { get; init; }

    /// <summary>Why, in words, at most 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal TriageReferral.Request Read() => new(
        RequestId,
        ReferralId,
        Tier.Read(),
        [.. (Conditions ?? []).Select(code => code.Read())],
        [.. (Exclusions ?? []).Select(code => code.Read())],
        [.. (Disciplines ?? []).Select(code => code.Read())],
        WrittenDay.Of(AgreedOn),
        TriagedAt.ToUniversalTime(),
        TriagedByRole,
        Note,
        Etag);
}
