namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>An extract that was fetched, spooled to a file that goes when it is closed.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Etag">The server's etag of it.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record FetchedFeed(FileStream Content, FeedKind Kind, string? Etag, byte[] Hash) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
