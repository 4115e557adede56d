using Halton.Hub.Data;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Tells referrals in the words of the care schema; codes get their wording here.</summary>
public sealed class ReferralWordsGraph(CodeSystems codes, ReferralClocks clocks, CareRules rules)
{
    /// <summary>Tells a referral.</summary>
    public ReferralGraph Tell(ReferralState state) => new(state, this);

    /// <summary>A code with its latest wording; null when there is none.</summary>
    public CodingGraph? Code(string system, string? code) => codes.Told(system, code);

    /// <summary>Codes with their latest wording.</summary>
    public IEnumerable<CodingGraph> Codes(string system, IEnumerable<string> given) => given.Select(code => Code(system, code)!);

    /// <summary>Both clocks of a referral.</summary>
    internal ReferralClocks.Reading Read(ReferralState state) => clocks.Read(state);

    /// <summary>FHIR request-priority of a tier.</summary>
    internal string? Priority(string tier) => rules.Latest.Tiers.GetValueOrDefault(tier)?.Priority;
}
