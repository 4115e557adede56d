using System.Globalization;
using System.Net;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>CQC's syndication API. Source: https://api-portal.service.cqc.org.uk.</summary>
internal sealed class CqcApi(HttpClient client) : ICqcSource
{
    /// <summary>Who asks; CQC refuses whoever does not say.</summary>
    public const string Agent = "Halton.Hub";

    /// <summary>The header that carries the subscription key.</summary>
    public const string KeyHeader = "Ocp-Apim-Subscription-Key";

    private const int ChangesPerPage = 1000;
    private const int LocationsPerPage = 500;

    /// <inheritdoc />
    public string Name => client.BaseAddress!.AbsoluteUri;

    /// <inheritdoc />
    public async Task<CqcPage> Changes(DateTimeOffset from, DateTimeOffset until, int page, CancellationToken ct) =>
        CqcPage.OfChanges(await Demand($"changes/location?startTimestamp={Moment(from)}&endTimestamp={Moment(until)}&page={page}&perPage={ChangesPerPage}", ct), page);

    /// <inheritdoc />
    public async Task<CqcPage> CareHomes(string localAuthority, int page, CancellationToken ct) =>
        CqcPage.OfLocations(await Demand($"locations?careHome=Y&localAuthority={Uri.EscapeDataString(localAuthority)}&page={page}&perPage={LocationsPerPage}", ct), page);

    /// <inheritdoc />
    public async Task<CqcAnswer<CqcLocation>> Location(string id, CancellationToken ct) =>
        await Ask($"locations/{Uri.EscapeDataString(id)}", ct) is { } json ? new(CqcLocation.Read(json, id), false) : CqcAnswer<CqcLocation>.Vanished;

    /// <inheritdoc />
    public async Task<CqcAnswer<CqcProvider>> Provider(string id, CancellationToken ct) =>
        await Ask($"providers/{Uri.EscapeDataString(id)}", ct) is { } json ? new(CqcProvider.Read(json, id), false) : CqcAnswer<CqcProvider>.Vanished;

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<byte[]> Demand(string path, CancellationToken ct) => await Ask(path, ct) ?? throw CqcFaults.Refused(404);

    /// <summary>One answer as JSON; null when CQC has no such thing.</summary>
    private async Task<byte[]?> Ask(string path, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK when answer.Content.Headers.ContentType?.MediaType is "application/json" => await answer.Content.ReadAsByteArrayAsync(ct),
                HttpStatusCode.OK => throw CqcFaults.InvalidDocument("it is not declared as JSON"),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => null,
                HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => throw CqcFaults.Unavailable(),
                var status => throw CqcFaults.Refused((int)status),
            };
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or RateLimiterRejectedException)
        {
            throw CqcFaults.Unavailable();
        }
    }
}
