using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Asks to refer a person. FHIR: ServiceRequest.</summary>
public sealed class CreateReferralInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>Code of the service, as careServices tells it. FHIR: ServiceRequest.performer.</summary>
    public required string Service { get; init; }

    /// <summary>The hub's id of the discharge that the person is to go home from; then the person is not named again. Trusts and councils.</summary>
    [Id]
    public string? DischargeId { get; init; }

    /// <summary>The person; required without dischargeId, refused with it. FHIR: ServiceRequest.subject.</summary>
    public PatientInputGraph? Patient { get; init; }

    /// <summary>NHS number; the "999 123 4567" form is taken too. Without dischargeId.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>How sure the number is; required without dischargeId.</summary>
    public CodingInputGraph? NhsNumberStatus { get; init; }

    /// <summary>Hub code system referral-tier.</summary>
    public required CodingInputGraph Tier { get; init; }

    /// <summary>Hub code system urgent-response-condition, at most 9; required for a tier that needs one. FHIR: ServiceRequest.reasonCode.</summary>
    public IReadOnlyList<CodingInputGraph>? Conditions { get; init; }

    /// <summary>What stands against an urgent response at home, hub code system urgent-response-exclusion. With one, the referral is refused (EXCLUDED).</summary>
    public IReadOnlyList<CodingInputGraph>? Exclusions { get; init; }

    /// <summary>What happened and what is needed, in words, at most 2,000 characters. FHIR: ServiceRequest.note.</summary>
    public required string ReasonText { get; init; }

    /// <summary>Day that was agreed for the person to come home; required for a tier that goes by it, refused for others.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>When the requester decided; not in the future. Absent means now. FHIR: ServiceRequest.authoredOn.</summary>
    public DateTimeOffset? ReferredAt { get; init; }

    /// <summary>By when the requester needs an answer, when that is sooner than the tier says; counts until the service triages.</summary>
    public DateTimeOffset? NeededBy { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal CreateReferral.Request Read() => new(
        RequestId,
        Service,
        DischargeId,
        Patient?.Read(),
        NhsNumber,
        NhsNumberStatus?.Read(),
        Tier.Read(),
        [.. (Conditions ?? []).Select(code => code.Read())],
        [.. (Exclusions ?? []).Select(code => code.Read())],
        ReasonText,
        WrittenDay.Of(AgreedOn),
        ReferredAt?.ToUniversalTime(),
        NeededBy?.ToUniversalTime());
}
