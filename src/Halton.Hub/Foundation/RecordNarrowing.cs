namespace Halton.Hub.Foundation;

/// <summary>By what every list of records about people can be narrowed, beside its own filter; all that are given must hold.</summary>
public sealed record RecordNarrowing
{
    /// <summary>Ten digits of the person's NHS number.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>When it happened: the admission, the assessment, the offer, the beginning.</summary>
    public MomentRange When { get; init; } = new(null, null);

    /// <summary>When it last changed.</summary>
    public MomentRange Changed { get; init; } = new(null, null);
}
