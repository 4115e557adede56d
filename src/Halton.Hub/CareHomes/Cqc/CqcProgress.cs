namespace Halton.Hub.CareHomes.Cqc;

/// <summary>How far the hub has followed CQC's changes.</summary>
public sealed class CqcProgress
{
    /// <summary>Which source: its base address, or "files".</summary>
    public required string Source { get; init; }

    /// <summary>Every change before this moment is taken in.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>When all watched homes were last read anew.</summary>
    public DateTimeOffset? RefreshedAt { get; set; }
}
