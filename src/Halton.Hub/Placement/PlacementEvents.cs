using Halton.Hub.Data;

namespace Halton.Hub.Placement;

/// <summary>What the slice tells of its changes.</summary>
internal static class PlacementEvents
{
    /// <summary>A standing placement was recorded.</summary>
    public const string Recorded = "placement.recorded";

    /// <summary>Somebody looked whether the placement is still right.</summary>
    public const string Reviewed = "placement.reviewed";

    /// <summary>The placement has ended.</summary>
    public const string Ended = "placement.ended";

    /// <summary>The annual review comes up.</summary>
    public const string ReviewDue = "placement.review-due";

    /// <summary>The annual review was not held in time.</summary>
    public const string ReviewOverdue = "placement.review-overdue";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } =
        new[] { Recorded, Reviewed, Ended, ReviewDue, ReviewOverdue }.ToDictionary(kind => kind, _ => typeof(PlacementState));

    /// <summary>Tells of a change and answers with the state that it left.</summary>
    public static PlacementState Tell(this Save save, string kind, PlacementState state)
    {
        save.Tell(kind, state.Id, "placement.audience", state);
        return state;
    }
}
