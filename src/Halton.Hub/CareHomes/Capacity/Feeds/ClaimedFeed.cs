namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>A file that a firing has claimed.</summary>
/// <param name="Name">The name that it came with.</param>
/// <param name="Path">Where it is now.</param>
/// <param name="Bytes">How long it was when it was claimed.</param>
/// <param name="WrittenAt">When it was last written to before it was claimed.</param>
internal sealed record ClaimedFeed(string Name, string Path, long Bytes, DateTime WrittenAt)
{
    /// <summary>How it is written; null when its name does not say.</summary>
    public FeedKind? Kind => System.IO.Path.GetExtension(Name).ToLowerInvariant() switch
    {
        ".csv" => FeedKind.Csv,
        ".json" or ".ndjson" or ".jsonl" => FeedKind.Json,
        _ => null,
    };

    /// <summary>Where its report is written.</summary>
    public string Report => Path + FeedFolder.ReportEnding;

    /// <summary>Whether nobody has written to it since.</summary>
    public bool IsUntouched => new FileInfo(Path) is { Exists: true } now && now.Length == Bytes && now.LastWriteTimeUtc == WrittenAt;
}
