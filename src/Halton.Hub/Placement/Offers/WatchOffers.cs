using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Offers;

/// <summary>Follows changes of offers that the caller may see, exactly once and in commit order.</summary>
public sealed class WatchOffers(Watch watch)
{
    /// <summary>Follows from a token, or from now.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="careHomeId">Only offers to this home, by the hub's id; null or empty for all.</param>
    /// <param name="resumeToken">Where to go on; null or empty for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public IAsyncEnumerable<WatchItem> Run(Call call, string? careHomeId, string? resumeToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        Guid? home = string.IsNullOrEmpty(careHomeId) ? null : check.Id(careHomeId, "care_home_id");
        check.Settle();
        var items = watch.Follow(call, PlacementEvents.OfOffers, FilterOf(home), e => home is null || ((OfferState)e.Payload).HomeId == home, resumeToken, ct);
        return items.Select(item => item.Event is { } happened
            ? item with { Event = happened with { Payload = ((OfferState)happened.Payload).SeenFrom(call.Organization) } }
            : item);
    }

    /// <summary>The filter in words, which resume tokens are bound to.</summary>
    internal static string FilterOf(Guid? home) => $"offers\n{home}";
}
