namespace Halton.Hub.CareHomes.Capacity;

/// <summary>A return that was found right: what a home has, uses, keeps and offers at one moment. A kind of bed that it leaves out is unknown from then on.</summary>
public sealed record NewReturn
{
    /// <summary>The moment that the numbers are true of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether the home takes people in.</summary>
    public required bool AcceptingAdmissions { get; init; }

    /// <summary>Why it does not, a code of closure-reason.</summary>
    public string? ClosureReason { get; init; }

    /// <summary>First day of the closure.</summary>
    public DateOnly? ClosedFrom { get; init; }

    /// <summary>Last day of the closure, when it is known.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>The numbers, each kind of bed once.</summary>
    public required IReadOnlyList<BedState> Beds { get; init; }
}
