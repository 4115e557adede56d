using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>Where the person is some time after the service began.</summary>
/// <param name="state">The referral.</param>
/// <param name="due">When it falls due.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class FollowUpGraph(ReferralState state, DateOnly due, ReferralWordsGraph words)
{
    /// <summary>Day on which it falls due: 91 days after the first contact, unless the tier says otherwise.</summary>
    public DateOnly DueOn => due;

    /// <summary>When the clock asked for it.</summary>
    public DateTimeOffset? AskedAt => state.FollowUpAskedAt;

    /// <summary>Day on which somebody found out.</summary>
    public DateOnly? FollowedUpOn => state.FollowedUpOn;

    /// <summary>Where the person was, hub code system follow-up-outcome.</summary>
    public CodingGraph? Outcome => words.Code(ReferralCodes.FollowUpOutcome, state.FollowUpOutcome);
}
