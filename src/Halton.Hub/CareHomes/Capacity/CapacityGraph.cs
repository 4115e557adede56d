using GraphQL;
using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What is known of a care home's capacity. Numbers that are stale are not given: yesterday's number never stands for today's.</summary>
/// <param name="state">The state.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapacityGraph(CapacityState state, CareHomeWordsGraph words)
{
    /// <summary>The hub's id of the home, a UUID.</summary>
    [Id]
    public string CareHomeId => state.HomeId.ToString();

    /// <summary>CQC location id.</summary>
    public string LocationId => state.LocationId;

    /// <summary>The home's name.</summary>
    public string Name => state.Name;

    /// <summary>GSS code of the local authority where it lies.</summary>
    public string? LocalAuthority => state.LocalAuthority;

    /// <summary>How old the numbers are.</summary>
    public Freshness Freshness => state.Freshness;

    /// <summary>The moment that the numbers are true of.</summary>
    public DateTimeOffset? AsOf => state.AsOf;

    /// <summary>When the hub took them.</summary>
    public DateTimeOffset? ReceivedAt => state.ReceivedAt;

    /// <summary>Where they came from: home, council or feed; seed in demonstration data.</summary>
    public string? Source => state.Source;

    /// <summary>Whether the home takes people in; absent when nobody knows.</summary>
    public bool? AcceptingAdmissions => state.AcceptingAdmissions;

    /// <summary>Why it does not, hub code system closure-reason.</summary>
    public CodingGraph? ClosureReason => words.Given(CareHomeCodes.ClosureReason, state.ClosureReason);

    /// <summary>First day of the closure.</summary>
    public DateOnly? ClosedFrom => state.ClosedFrom;

    /// <summary>Last day of the closure, when it is known.</summary>
    public DateOnly? ClosedUntil => state.ClosedUntil;

    /// <summary>The numbers by kind of bed; none when nobody knows.</summary>
    public IEnumerable<BedCapacityGraph> Beds => state.Beds.Select(beds => new BedCapacityGraph(beds, words));

    /// <summary>
    /// Whether the home has made its return in the monthly window that is open or was the last (the 8th to the 14th, or the next working day);
    /// absent for a home that was registered later.
    /// </summary>
    public bool? ReturnedInWindow => state.ReturnedInWindow;

    /// <summary>Changes with every return; empty before the first.</summary>
    public string Etag => state.Etag;
}
