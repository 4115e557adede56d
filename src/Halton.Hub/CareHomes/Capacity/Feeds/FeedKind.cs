namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>How an extract is written.</summary>
internal enum FeedKind
{
    /// <summary>Comma-separated values with a line of names.</summary>
    Csv,

    /// <summary>An array of JSON objects, or one object a line.</summary>
    Json,
}
