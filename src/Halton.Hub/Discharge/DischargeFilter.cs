using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>Which discharges a list shows; all that are given must hold.</summary>
public sealed record DischargeFilter
{
    /// <summary>ODS site code.</summary>
    public string? Site { get; init; }

    /// <summary>Ward.</summary>
    public string? Ward { get; init; }

    /// <summary>Any of these states; none means the open ones.</summary>
    public IReadOnlyList<DischargeState> States { get; init; } = [];

    /// <summary>Any of these pathways.</summary>
    public IReadOnlyList<string> Pathways { get; init; } = [];

    /// <summary>Discharge Ready Date on or after.</summary>
    public DateOnly? ReadyFrom { get; init; }

    /// <summary>Discharge Ready Date on or before.</summary>
    public DateOnly? ReadyTo { get; init; }

    /// <summary>The trust's number of the spell.</summary>
    public string? SpellIdentifier { get; init; }

    /// <summary>Only those whom the ward has referred to the care transfer hub.</summary>
    public bool Referred { get; init; }

    /// <summary>Changed at or after.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>The person, and when.</summary>
    public RecordNarrowing Narrowed { get; init; } = new();
}
