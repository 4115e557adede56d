using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>How fast a service answers.</summary>
/// <param name="tier">The tier.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CareTierGraph(CareTier tier, ReferralWordsGraph words)
{
    /// <summary>Hub code system referral-tier.</summary>
    public CodingGraph Code => words.Code(ReferralCodes.Tier, tier.Code)!;

    /// <summary>Minutes of the clock that always runs; 0 when it goes by an agreed day.</summary>
    public int ElapsedMinutes => tier.ElapsedMinutes;

    /// <summary>Minutes of the clock of the service's hours; 0 when it goes by an agreed day.</summary>
    public int ServiceMinutes => tier.ServiceMinutes;

    /// <summary>Which clock decides: elapsed, service or agreed-day.</summary>
    public string Governs => tier.Governs;

    /// <summary>FHIR request-priority: routine, urgent, asap or stat.</summary>
    public string Priority => tier.Priority;

    /// <summary>NHS Data Dictionary CLINICAL RESPONSE PRIORITY TYPE.</summary>
    public string ResponsePriority => tier.ResponsePriority;

    /// <summary>CSDS team types that answer it.</summary>
    public IEnumerable<string> TeamTypes => tier.TeamTypes;

    /// <summary>Whether people in a hospital bed can be referred: either, only or never.</summary>
    public string HospitalBed => tier.HospitalBed;

    /// <summary>Least age in years; 0 for none.</summary>
    public int LeastAge => tier.LeastAge;

    /// <summary>Whether a condition must be named.</summary>
    public bool NeedsCondition => tier.NeedsCondition;

    /// <summary>Days after the first contact on which a follow-up falls due; 0 for none.</summary>
    public int FollowUpDays => tier.FollowUpDays;
}
