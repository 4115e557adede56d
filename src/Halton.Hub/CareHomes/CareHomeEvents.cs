using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;

namespace Halton.Hub.CareHomes;

/// <summary>What the slice tells of its changes.</summary>
internal static class CareHomeEvents
{
    /// <summary>Kinds of event about capacity start with this.</summary>
    public const string OfCapacity = "capacity.";

    /// <summary>A home made its return.</summary>
    public const string Reported = "capacity.reported";

    /// <summary>Beds of a home were held, let go or filled through the hub.</summary>
    public const string CapacityChanged = "capacity.changed";

    /// <summary>A home's numbers are too old: nobody knows any more.</summary>
    public const string WentStale = "capacity.went-stale";

    /// <summary>A home is asked for its monthly return.</summary>
    public const string ReturnDue = "capacity.return-due";

    /// <summary>What CQC says of a home has changed.</summary>
    public const string HomeChanged = "care-home.changed";

    /// <summary>A validation was decided, or decided otherwise.</summary>
    public const string Decided = "validation.decided";

    /// <summary>Something happened that a validation must be looked at for again.</summary>
    public const string Reopened = "validation.reopened";

    /// <summary>A senior officer overrode the checks.</summary>
    public const string Overridden = "validation.overridden";

    /// <summary>A council has something to do about a validation.</summary>
    public const string TaskRaised = "validation.task-raised";

    /// <summary>A council imposed a sanction.</summary>
    public const string Sanctioned = "sanction.imposed";

    /// <summary>A council lifted a sanction.</summary>
    public const string Lifted = "sanction.lifted";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } = new Dictionary<string, Type>
    {
        [Reported] = typeof(CapacityState),
        [CapacityChanged] = typeof(CapacityState),
        [WentStale] = typeof(CapacityState),
        [ReturnDue] = typeof(CapacityState),
        [HomeChanged] = typeof(CareHomeChange),
        [Decided] = typeof(ValidationState),
        [Reopened] = typeof(ValidationState),
        [Overridden] = typeof(ValidationState),
        [TaskRaised] = typeof(ValidationState),
        [Sanctioned] = typeof(SanctionState),
        [Lifted] = typeof(SanctionState),
    };

    /// <summary>Tells health and care, and the home itself, of its capacity.</summary>
    public static void Tell(this Save save, string kind, CapacityState state) => save.Tell(kind, state.HomeId, "carehomes.home_audience", state);

    /// <summary>Tells health and care, and the home itself, of what CQC says.</summary>
    public static void Tell(this Save save, CareHomeChange change) => save.Tell(HomeChanged, change.HomeId, "carehomes.home_audience", change);

    /// <summary>Tells the placing council, and those who place for it, of a validation; without the evidence, which is read behind its own rule.</summary>
    public static void Tell(this Save save, string kind, ValidationState state) => save.Tell(kind, state.Id, "carehomes.validation_audience", state with { Checks = [] });

    /// <summary>Tells health and care of a sanction, and the home.</summary>
    public static void Tell(this Save save, string kind, SanctionState state) => save.Tell(kind, state.Id, "carehomes.sanction_audience", state);
}
