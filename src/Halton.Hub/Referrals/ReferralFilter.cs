using System.Text.Json.Serialization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>Which referrals a list shows; all that are given must hold.</summary>
public sealed record ReferralFilter
{
    /// <summary>Any of requested, received, accepted, in-progress, completed, rejected, redirected, cancelled; none means those that are open.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Any of these tiers, codes of hub code system referral-tier.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Code of a service.</summary>
    public string? Service { get; init; }

    /// <summary>Only those whose breach time comes before this moment.</summary>
    public DateTimeOffset? BreachBefore { get; init; }

    /// <summary>The hub's id of a discharge, a UUID.</summary>
    public string? DischargeId { get; init; }

    /// <summary>The id of a journey, a UUID.</summary>
    public string? JourneyId { get; init; }

    /// <summary>Only completed ones whose follow-up is due by this day and not recorded.</summary>
    public DateOnly? FollowUpDueBy { get; init; }

    /// <summary>The person, and when.</summary>
    [JsonInclude]
    internal RecordNarrowing Narrowed { get; init; } = new();
}
