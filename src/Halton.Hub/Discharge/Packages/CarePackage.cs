using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge.Packages;

/// <summary>
/// Care at home that somebody in hospital had before: on hold while they are in, and restarted, ended or let go when they leave. Its provider hears of it and sees nothing
/// else of the stay. FHIR: CarePlan.
/// </summary>
public sealed class CarePackage
{
    /// <summary>The person is in hospital.</summary>
    public const string Held = "held";

    /// <summary>The person comes home: care goes on.</summary>
    public const string Restarts = "restarts";

    /// <summary>Care will not go on.</summary>
    public const string Ended = "ended";

    /// <summary>The hub follows it no further: the person went elsewhere, or the stay was taken off the list.</summary>
    public const string Released = "released";

    /// <summary>All states.</summary>
    public static IReadOnlyList<string> States { get; } = [Held, Restarts, Ended, Released];

    private static readonly HashSet<string> Home = ["19", "29"];
    private static readonly HashSet<string> CareHome = ["54", "65", "85"];
    private static readonly HashSet<string> Died = ["4", "5"];

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay.</summary>
    public required Guid StayId { get; init; }

    /// <summary>Code of the home-care provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's own reference of the package.</summary>
    public string? Reference { get; init; }

    /// <summary>ODS code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>ODS site code of the hospital.</summary>
    public required string Site { get; init; }

    /// <summary>Ten digits, when known and verified.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Since when the person is in hospital.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>One of <see cref="States"/>.</summary>
    public string State { get; private set; } = Held;

    /// <summary>Why it is no longer held: home, died, care-home, elsewhere or stay-cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>Day from which care goes on.</summary>
    public DateOnly? RestartsOn { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>What follows from the end of the stay: by where the person went, and whether they live.</summary>
    internal void Follow(DischargeStatus stay, DateTimeOffset now)
    {
        (State, Reason) = stay switch
        {
            { State: DischargeState.Cancelled, CancelReason: DischargeCodes.CancelDied } => (Ended, "died"),
            { State: DischargeState.Cancelled } => (Released, "stay-cancelled"),
            { DischargeMethod: { } method } when Died.Contains(method) => (Ended, "died"),
            { DischargeDestination: { } to } when Home.Contains(to) => (Restarts, "home"),
            { DischargeDestination: { } to, Pathway: "P3" } when CareHome.Contains(to) => (Ended, "care-home"),
            _ => (Released, "elsewhere"),
        };
        RestartsOn = State == Restarts ? LondonTime.Day(stay.DischargedAt!.Value) : null;
        (Version, ChangedAt) = (Version + 1, now);
    }
}
