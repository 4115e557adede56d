using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>One look at how urgent a referral is.</summary>
/// <param name="triage">The triage.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class TriageGraph(Triage triage, ReferralWordsGraph words)
{
    /// <summary>From 1.</summary>
    public int Version => triage.Version;

    /// <summary>Hub code system referral-tier.</summary>
    public CodingGraph Tier => words.Code(ReferralCodes.Tier, triage.Tier)!;

    /// <summary>Hub code system urgent-response-condition.</summary>
    public IEnumerable<CodingGraph> Conditions => words.Codes(ReferralCodes.Condition, triage.Conditions);

    /// <summary>What stands against an urgent response at home, hub code system urgent-response-exclusion; with one, the referral cannot be accepted.</summary>
    public IEnumerable<CodingGraph> Exclusions => words.Codes(ReferralCodes.Exclusion, triage.Exclusions);

    /// <summary>Who is needed, hub code system care-discipline.</summary>
    public IEnumerable<CodingGraph> Disciplines => words.Codes(ReferralCodes.Discipline, triage.Disciplines);

    /// <summary>Moment of the triage.</summary>
    public DateTimeOffset TriagedAt => triage.TriagedAt;

    /// <summary>Role of who triaged, never a name.</summary>
    public string TriagedByRole => triage.TriagedByRole;

    /// <summary>Why, in words.</summary>
    public string? Note => triage.Note;
}
