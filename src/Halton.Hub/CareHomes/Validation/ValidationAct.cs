namespace Halton.Hub.CareHomes.Validation;

/// <summary>What is done to a validation besides running its checks.</summary>
internal sealed record ValidationAct
{
    /// <summary>The checks only, where there is a validation.</summary>
    public static ValidationAct None { get; } = new();

    /// <summary>Whether it opens a validation that is not there.</summary>
    public bool Opens { get; init; }

    /// <summary>What is known of the council's placements; null when it is as before.</summary>
    public PlacedThere? Placed { get; init; }

    /// <summary>What reopens it; null when nothing is known to have happened.</summary>
    public string? Why { get; init; }

    /// <summary>An override, and what must be kept to.</summary>
    public (ValidationOverride Word, IReadOnlyList<string> Conditions)? Override { get; init; }

    /// <summary>Refuses before anything is done.</summary>
    public Action<ProviderValidation>? Demand { get; init; }
}
