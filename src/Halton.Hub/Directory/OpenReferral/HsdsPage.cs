namespace Halton.Hub.Directory.OpenReferral;

/// <summary>One page of a list as HSDS-UK 3.0 writes it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record HsdsPage<T>
{
    /// <summary>How many there are on all pages.</summary>
    public long TotalItems { get; init; }

    /// <summary>How many pages there are.</summary>
    public long TotalPages { get; init; }

    /// <summary>The number of this page, from 1.</summary>
    public int PageNumber { get; init; }

    /// <summary>How many are on this page.</summary>
    public int Size => Contents.Count;

    /// <summary>Whether this is the first page.</summary>
    public bool FirstPage => PageNumber == 1;

    /// <summary>Whether no page follows.</summary>
    public bool LastPage => PageNumber >= TotalPages;

    /// <summary>Whether nothing is on this page.</summary>
    public bool Empty => Contents.Count == 0;

    /// <summary>What is on this page.</summary>
    public required IReadOnlyList<T> Contents { get; init; }

    /// <summary>A page of so many.</summary>
    internal static HsdsPage<T> Of(OpenReferralPaging paging, long total, IReadOnlyList<T> contents) =>
        new() { TotalItems = total, TotalPages = (total + paging.PerPage - 1) / paging.PerPage, PageNumber = paging.Page, Contents = contents };
}
