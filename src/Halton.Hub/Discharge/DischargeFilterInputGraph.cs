using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>Which discharges a list shows; all that are given must hold.</summary>
public sealed class DischargeFilterInputGraph
{
    /// <summary>ODS site code.</summary>
    public string? Site { get; init; }

    /// <summary>Ward, the exact name.</summary>
    public string? Ward { get; init; }

    /// <summary>Any of these states; none means the open ones (ADMITTED, READY, PLANNED).</summary>
    public IReadOnlyList<DischargeState>? States { get; init; }

    /// <summary>Any of these pathway codes (P0 to P3).</summary>
    public IReadOnlyList<string>? Pathways { get; init; }

    /// <summary>Discharge Ready Date on or after this day.</summary>
    public DateOnly? ReadyFrom { get; init; }

    /// <summary>Discharge Ready Date on or before this day.</summary>
    public DateOnly? ReadyTo { get; init; }

    /// <summary>Changed at or after this moment.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal DischargeFilter Read()
    {
        var check = new FieldChecks();
        check.That(States is not { Count: > 5 }, "states", "TOO_MANY", "At most 5.");
        check.That(Pathways is not { Count: > 4 }, "pathways", "TOO_MANY", "At most 4.");
        check.That(Pathways?.All(pathway => pathway is "P0" or "P1" or "P2" or "P3") != false, "pathways", "CODE_UNKNOWN", "P0, P1, P2, P3.");
        var filter = new DischargeFilter
        {
            Site = check.OptionalText(Site, "site", 20),
            Ward = check.OptionalText(Ward, "ward", 60),
            States = [.. (States ?? []).Distinct().Order()],
            Pathways = [.. (Pathways ?? []).Distinct().Order()],
            ReadyFrom = ReadyFrom,
            ReadyTo = ReadyTo,
            ChangedSince = ChangedSince?.ToUniversalTime(),
        };
        check.Settle();
        return filter;
    }
}
