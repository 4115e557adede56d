namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// What is known of a home's capacity at one moment, as lists and events tell it. When it is stale, or the home has never said anything, the
/// numbers are absent: yesterday's number is never shown for today's.
/// </summary>
public sealed record CapacityState
{
    /// <summary>The hub's id of the home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>CQC location id.</summary>
    public required string LocationId { get; init; }

    /// <summary>The home's name.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the organisation that speaks for the home; null while none does.</summary>
    public string? Organization { get; init; }

    /// <summary>GSS code of the local authority where it lies; null when it is not in the list.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>How old the numbers are.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The moment that the numbers are true of; null when there was never a return.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>When the hub took them.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Where they came from: home, council, feed or seed.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the home takes people in; null when nobody knows.</summary>
    public bool? AcceptingAdmissions { get; init; }

    /// <summary>Why it does not, a code of closure-reason.</summary>
    public string? ClosureReason { get; init; }

    /// <summary>First day of the closure.</summary>
    public DateOnly? ClosedFrom { get; init; }

    /// <summary>Last day of the closure, when it is known.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>Changes with every return; empty before the first.</summary>
    public required string Etag { get; init; }

    /// <summary>The numbers by kind of bed, in the order of the codes; none when nobody knows.</summary>
    public IReadOnlyList<BedState> Beds { get; init; } = [];

    /// <summary>Kinds of bed that the home declares or last gave numbers of, whether or not they are known now; watches filter by them.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether the home has made its return in the monthly window that is open or was the last; null for a home that was registered later.</summary>
    public bool? ReturnedInWindow { get; init; }

    /// <summary>The state as it may be told: without the numbers, and without whether the home takes people in, once nobody knows any more.</summary>
    public static CapacityState Known(CapacityState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Freshness is Freshness.Fresh or Freshness.Ageing
            ? state
            : state with { AcceptingAdmissions = null, ClosureReason = null, ClosedFrom = null, ClosedUntil = null, Beds = [] };
    }
}
