using Halton.Hub.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// The directory as Open Referral UK (HSDS-UK 3.0) has it, for any harvester: nine addresses that need no token, and what describes them;
/// and the one at which maintainers send such documents.
/// </summary>
public static class OpenReferralHttp
{
    /// <summary>The address that the others lie under.</summary>
    public const string Root = "/openreferral";

    private const string Version = "HSDS-UK-3.0";
    private const string Profile = "https://github.com/OpenReferralUK/uk-profile";

    private static readonly byte[] OpenApi = Description();

    /// <summary>Maps the addresses; each takes every method, so that the wrong one is refused alike everywhere.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup(Root);
        open.Map("/", (HttpContext http, OpenFeedHttp feed, HubIssuer hub) =>
            feed.Answer(http, _ => Task.FromResult<object>(new { version = Version, profile = Profile, openapi_url = hub.Issuer() + Root + "/openapi.json" })));
        open.Map("/openapi.json", (HttpContext http, OpenFeedHttp feed) => feed.Answer(http, _ => Task.FromResult<object>(OpenApi)));
        open.Map("/services", (HttpContext http, OpenFeedHttp feed, OpenServices services) =>
            feed.Answer(http, async ct => await services.List(OpenReferralRequests.Filter(http.Request.Query, places: false), OpenReferralRequests.Paging(http.Request.Query), ct)));
        open.Map("/services/{id}", (HttpContext http, OpenFeedHttp feed, OpenServices services, string id) => feed.Answer(http, async ct => await services.Get(Known(id), ct)));
        open.Map("/service_at_locations", (HttpContext http, OpenFeedHttp feed, OpenPlaces places) =>
            feed.Answer(http, async ct => await places.List(OpenReferralRequests.Filter(http.Request.Query, places: true), OpenReferralRequests.Paging(http.Request.Query), ct)));
        open.Map("/service_at_locations/{id}", (HttpContext http, OpenFeedHttp feed, OpenPlaces places, string id) => feed.Answer(http, async ct => await places.Get(Known(id), ct)));
        open.Map("/taxonomies", (HttpContext http, OpenFeedHttp feed, OpenTaxonomies taxonomies) =>
            feed.Answer(http, async ct => await taxonomies.List(OpenReferralRequests.Paging(http.Request.Query), ct)));
        open.Map("/taxonomies/{id}", (HttpContext http, OpenFeedHttp feed, OpenTaxonomies taxonomies, string id) => feed.Answer(http, async ct => await taxonomies.Get(Known(id), ct)));
        open.Map("/taxonomy_terms", (HttpContext http, OpenFeedHttp feed, OpenTaxonomies taxonomies) =>
            feed.Answer(http, async ct => await taxonomies.ListTerms(OpenReferralRequests.Taxonomy(http.Request.Query), OpenReferralRequests.Paging(http.Request.Query), ct)));
        open.Map("/taxonomy_terms/{id}", (HttpContext http, OpenFeedHttp feed, OpenTaxonomies taxonomies, string id) => feed.Answer(http, async ct => await taxonomies.GetTerm(Known(id), ct)));
        open.MapPost("/import", (HttpContext http, OpenReferralImportHttp import) => import.Take(http));
        open.Map("/{**rest}", (HttpContext http, OpenFeedHttp feed) => feed.Answer(http, _ => throw OpenReferralFaults.NotFound()));
    }

    private static Guid Known(string id) => Guid.TryParseExact(id, "D", out var known) ? known : throw OpenReferralFaults.NotFound();

    private static byte[] Description()
    {
        using var file = typeof(OpenReferralHttp).Assembly.GetManifestResourceStream("openreferral/openapi.json")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
