namespace Halton.Hub.Directory.Needs;

/// <summary>Which signpostings a list shows; all that are given must hold.</summary>
public sealed record SignpostingFilter
{
    /// <summary>sent (the caller recorded it), received (the caller keeps the service's entry); both when left out.</summary>
    public string? Direction { get; init; }

    /// <summary>Only those of which no outcome is known.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>The need, a taxonomy term.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>The service.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>Recorded at or after.</summary>
    public DateTimeOffset? Since { get; init; }
}
