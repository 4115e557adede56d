namespace Halton.Hub.Transport.GraphQL;

/// <summary>Where a page lies in its list.</summary>
/// <param name="endCursor">Cursor of the last edge.</param>
/// <param name="hasNextPage">Whether there is more.</param>
public sealed class PageInfo(string? endCursor, bool hasNextPage)
{
    /// <summary>Whether there is more behind this page.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Give it as <c>after</c> to get the next page; absent when the page is empty.</summary>
    public string? EndCursor { get; } = endCursor;
}
