using Halton.Hub.Access;
using Halton.Hub.Events;

namespace Halton.Hub.Referrals;

/// <summary>Follows changes of referrals that the caller may see, exactly once and in commit order.</summary>
public sealed class WatchReferrals(Watch watch)
{
    /// <summary>Follows from a token, or from now.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="service">Only referrals to this service; null or empty for all.</param>
    /// <param name="resumeToken">Where to go on; null or empty for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public IAsyncEnumerable<WatchItem> Run(Call call, string? service, string? resumeToken, CancellationToken ct) =>
        watch.Follow(call, ReferralEvents.Prefix, FilterOf(service), e => string.IsNullOrEmpty(service) || ((ReferralState)e.Payload).Service == service, resumeToken, ct);

    /// <summary>The filter in words, which resume tokens are bound to.</summary>
    internal static string FilterOf(string? service) => $"referrals\n{(string.IsNullOrEmpty(service) ? "" : service)}";
}
