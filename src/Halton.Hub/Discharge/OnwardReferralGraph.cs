using Halton.Hub.Referrals;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Where a referral from a stay in hospital stands. FHIR: ServiceRequest.</summary>
/// <param name="onward">The referral.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class OnwardReferralGraph(OnwardReferral onward, DischargeWordsGraph words)
{
    /// <summary>The hub's id, a UUID: <c>referral</c> tells more.</summary>
    public Guid ReferralId => onward.Id;

    /// <summary>Code of the service that it is with.</summary>
    public string Service => onward.Service;

    /// <summary>requested, received, accepted, in-progress, completed, rejected, redirected or cancelled.</summary>
    public string State => onward.State;

    /// <summary>How fast the service answers, hub code system referral-tier.</summary>
    public CodingGraph Tier => words.Code(ReferralCodes.Tier, onward.Tier)!;

    /// <summary>By when somebody is to see the person. FHIR: ServiceRequest.occurrencePeriod.end.</summary>
    public DateTimeOffset BreachAt => onward.BreachAt;

    /// <summary>When somebody of the service first saw the person.</summary>
    public DateTimeOffset? FirstContactAt => onward.FirstContactAt;

    /// <summary>Moment of the latest change.</summary>
    public DateTimeOffset ChangedAt => onward.ChangedAt;
}
