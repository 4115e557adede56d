namespace Halton.Hub.Foundation;

/// <summary>How lists are paged: AIP-158.</summary>
internal static class Paging
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    /// <summary>The size of a page. Notes PAGE_SIZE_INVALID.</summary>
    public static int Size(FieldChecks check, int asked)
    {
        check.That(asked is >= 0 and <= LargestPage, "page_size", "PAGE_SIZE_INVALID", $"From 1 to {LargestPage}; 0 means {DefaultPage}.");
        return asked == 0 ? DefaultPage : Math.Clamp(asked, 1, LargestPage);
    }

    /// <summary>Where the page before ended; null at the first page. Fault: PAGE_TOKEN_INVALID.</summary>
    public static T? Open<T>(SealedTokens tokens, string purpose, string binding, string? token)
        where T : class
    {
        T? place = null;
        return string.IsNullOrEmpty(token) || tokens.TryOpen(purpose, binding, token, out place)
            ? place
            : throw Fault.Invalid("page_token", "PAGE_TOKEN_INVALID", "The token was made for another caller or other filters, or was changed. Begin at the first page.");
    }
}
