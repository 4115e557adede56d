using Halton.Hub.Foundation;

namespace Halton.Hub.Placement;

/// <summary>The placement slice's named refusals.</summary>
internal static class PlacementFaults
{
    /// <summary>No such placement, or not the caller's to see.</summary>
    public static Fault NotFound() => new(FaultKind.NotFound, "PLACEMENT_NOT_FOUND", "There is no such placement that you may see.");

    /// <summary>The placement has ended.</summary>
    public static Fault Ended() => new(FaultKind.FailedPrecondition, "PLACEMENT_ENDED", "The placement has ended; nothing about it changes.");

    /// <summary>The home is no care home: nobody lives there.</summary>
    public static Fault NotACareHome() => new(FaultKind.FailedPrecondition, "NOT_A_CARE_HOME", "CQC does not have this location registered as a care home.");

    /// <summary>Which fault a broken database rule means.</summary>
    public static IReadOnlyDictionary<string, Func<Fault>> ByConstraint { get; } = new Dictionary<string, Func<Fault>>
    {
        ["one_placement_of_a_case"] = () => new Fault(FaultKind.AlreadyExists, "PLACEMENT_ALREADY_RECORDED", "This case has a standing placement already. End it first."),
        ["one_placement_of_a_person"] = () => new Fault(FaultKind.AlreadyExists, "ALREADY_PLACED", "You have a standing placement of this person already. End it first."),
    };
}
