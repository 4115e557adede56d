using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Follows changes of capacity that the caller may see, exactly once and in commit order: returns, numbers that went stale, returns that are
/// due. Care homes hear of their own.
/// </summary>
public sealed class WatchCapacity(Watch watch, CodeSystems codes, TimeProvider clock)
{
    private const int MostHomes = 100;

    /// <summary>Follows in batches of what was committed close together.</summary>
    public IAsyncEnumerable<WatchBatch> Run(Call call, Request request, CancellationToken ct)
    {
        var (filter, fits) = Check(request);
        return watch.FollowBatches(call, CareHomeEvents.OfCapacity, filter, fits, request.ResumeToken, ct);
    }

    /// <summary>Follows one change at a time.</summary>
    public IAsyncEnumerable<WatchItem> RunEach(Call call, Request request, CancellationToken ct)
    {
        var (filter, fits) = Check(request);
        return watch.Follow(call, CareHomeEvents.OfCapacity, filter, fits, request.ResumeToken, ct);
    }

    /// <summary>The filter in words, which resume tokens are bound to.</summary>
    internal static string FilterOf(string? localAuthority, string? bedType, IEnumerable<Guid> homes) => $"capacity\n{localAuthority}\n{bedType}\n{string.Join(' ', homes)}";

    private (string Filter, Func<HubEvent, bool> Fits) Check(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var check = new FieldChecks();
        var area = check.OptionalText(request.LocalAuthority, "local_authority", 20);
        var kind = codes.Check(check, "bed_type", CareHomeCodes.BedType, request.BedType is { Length: > 0 } code ? new Coding("", code) : null, clock.Today(), required: false)?.Code;
        check.That(request.CareHomeIds.Count <= MostHomes, "care_home_ids", "TOO_MANY", $"At most {MostHomes}.");
        var homes = request.CareHomeIds.Take(MostHomes).Select((id, i) => check.Id(id, $"care_home_ids[{i}]")).ToHashSet();
        check.Settle();
        return (FilterOf(area, kind, homes.Order()), Fits);

        bool Fits(HubEvent e) => e.Payload is CapacityState state
            && (area is null || state.LocalAuthority == area)
            && (kind is null || state.Kinds.Contains(kind))
            && (homes.Count == 0 || homes.Contains(state.HomeId));
    }

    /// <summary>The request.</summary>
    /// <param name="LocalAuthority">GSS code of the local authority where the homes lie.</param>
    /// <param name="BedType">Only homes with this kind of bed.</param>
    /// <param name="CareHomeIds">Only these homes; none means all.</param>
    /// <param name="ResumeToken">Where to go on; null or empty for now.</param>
    public sealed record Request(string? LocalAuthority, string? BedType, IReadOnlyList<string> CareHomeIds, string? ResumeToken);
}
