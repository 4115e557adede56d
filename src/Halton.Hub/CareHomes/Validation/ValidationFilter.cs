namespace Halton.Hub.CareHomes.Validation;

/// <summary>Which validations a list shows; all that are given must hold.</summary>
public sealed record ValidationFilter
{
    /// <summary>Code of the placing council. Councils may leave it out and mean themselves; others must name it.</summary>
    public string? Council { get; init; }

    /// <summary>Any of these decisions, codes of validation-decision, at most 6.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Only homes in the area of this host authority, a GSS code.</summary>
    public string? HostAuthority { get; init; }

    /// <summary>Only those with an open task.</summary>
    public bool OpenTasksOnly { get; init; }

    /// <summary>Only those that expire on or before this day.</summary>
    public DateOnly? ExpiresBy { get; init; }
}
