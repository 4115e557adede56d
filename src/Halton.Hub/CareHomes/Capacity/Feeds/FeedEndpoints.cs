using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// Fetches extracts over HTTP: only from the addresses that the hub was given, with another attempt where it may help and the pauses that the
/// server asks for, and never farther: a redirect is refused, and so is what is too large, of another type, or too slow to arrive.
/// </summary>
internal sealed class FeedEndpoints(IHttpClientFactory clients, FeedLimits limits)
{
    private const string Client = "capacity-feeds";
    private const int MoreAttempts = 3;

    /// <summary>Adds the client with its patience.</summary>
    public static void AddTo(IServiceCollection services) => services.AddHttpClient(Client)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        .AddResilienceHandler(Client, (pipeline, context) =>
        {
            var limits = context.ServiceProvider.GetRequiredService<FeedLimits>();
            pipeline
                .AddTimeout(limits.AllAttempts)
                .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = MoreAttempts, Delay = limits.FirstPause, BackoffType = DelayBackoffType.Exponential, UseJitter = true })
                .AddTimeout(limits.Attempt);
        });

    /// <summary>Fetches what lies at an address; null when it is what the etag stands for. FeedBroken when what came may not be read.</summary>
    public async Task<FetchedFeed?> Fetch(Uri url, string? etag, CancellationToken ct)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd("text/csv, application/json, application/x-ndjson");
        request.Headers.UserAgent.ParseAdd("halton-hub");
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var known))
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw new FeedBroken(null, null, "REDIRECTED", "The server points elsewhere. Give the hub the address that it should ask.");
        }

        response.EnsureSuccessStatusCode();
        var kind = KindOf(response.Content.Headers.ContentType?.MediaType);
        if (response.Content.Headers.ContentLength > limits.MostBytes)
        {
            throw TooLarge();
        }

        var (content, hash) = await Spool(response.Content, ct);
        return new FetchedFeed(content, kind, response.Headers.ETag?.ToString(), hash);
    }

    private async Task<(FileStream Content, byte[] Hash)> Spool(HttpContent body, CancellationToken ct)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(ct);
        slow.CancelAfter(limits.Body);

        // Made by the system for this account's eyes alone.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Truncate, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var coming = await body.ReadAsStreamAsync(slow.Token);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await coming.ReadAsync(buffer, slow.Token)) > 0)
            {
                if (file.Length + read > limits.MostBytes)
                {
                    throw TooLarge();
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), slow.Token);
            }

            file.Position = 0;
            return (file, hash.GetHashAndReset());
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private FeedBroken TooLarge() => new(null, null, "TOO_LARGE", $"At most {limits.MostBytes} bytes.");

    private static FeedKind KindOf(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "text/csv" or "application/csv" => FeedKind.Csv,
        "application/json" or "application/x-ndjson" or "application/jsonl" => FeedKind.Json,
        _ => throw new FeedBroken(null, null, "WRONG_CONTENT_TYPE", "Send text/csv, application/json or application/x-ndjson."),
    };
}
