using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.Http;

/// <summary>Headers that keep what a browser shows to itself: no other origin, no guessed types, no address told onwards.</summary>
internal static class PageHeaders
{
    /// <summary>Content security policy of pages without scripts.</summary>
    public const string NoScripts = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    /// <summary>Content security policy of GraphiQL, whose editor writes styles of its own and brings its fonts within its style sheet.</summary>
    public const string OwnScripts = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    /// <summary>Sets them. Browsers keep what they got, and ask each time whether it still holds.</summary>
    public static void Guard(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
    }
}
