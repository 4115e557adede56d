using System.Globalization;
using Halton.Hub.Clock;
using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// Takes the extracts of capacity that have come: files of the folder, each once, and what the addresses have that is new. A bad row never stops
/// the rest, and an address that cannot be reached is asked again at the next firing.
/// </summary>
public sealed partial class TakeCapacityFeeds
{
    private readonly FeedPlaces places;
    private readonly FeedFolder folder;
    private readonly FeedEndpoints endpoints;
    private readonly FeedSources sources;
    private readonly ReadFeed read;
    private readonly ILogger<TakeCapacityFeeds> log;

    internal TakeCapacityFeeds(FeedPlaces places, FeedFolder folder, FeedEndpoints endpoints, FeedSources sources, ReadFeed read, ILogger<TakeCapacityFeeds> log) =>
        (this.places, this.folder, this.endpoints, this.sources, this.read, this.log) = (places, folder, endpoints, sources, read, log);

    /// <summary>Runs it for a firing; answers what came of it.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var tally = new FeedTally();
        await foreach (var feed in folder.Claim(clock.Fence, ct))
        {
            await TakeFile(clock, feed, tally, ct);
        }

        foreach (var url in places.Urls)
        {
            await TakeUrl(clock, url, tally, ct);
        }

        return tally.Counts;
    }

    private async Task TakeFile(ClockCaller clock, ClaimedFeed feed, FeedTally tally, CancellationToken ct)
    {
        bool read;
        bool rejected;
        await using (var content = new FileStream(feed.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024))
        {
            var encoding = FeedText.EncodingOf(content);
            using var report = new FeedReport(feed.Name, feed.Kind is { } known ? ReadFeed.PlaceIn(content, known, encoding) : "line", File.CreateText(feed.Report));
            if (feed.Kind is { } kind)
            {
                read = await this.read.Run(clock, content, kind, encoding, report, () => feed.IsUntouched, ct);
            }
            else
            {
                report.Break(new FeedBroken(null, null, "WRONG_TYPE", "Name it .csv, .json or .ndjson."));
                read = feed.IsUntouched;
            }

            report.End();
            rejected = report.IsRejected;
            if (read)
            {
                tally.Add(report);
            }
        }

        if (read)
        {
            folder.Finish(feed, rejected);
        }
        else
        {
            folder.Release(feed);
        }
    }

    private async Task TakeUrl(ClockCaller clock, Uri url, FeedTally tally, CancellationToken ct)
    {
        try
        {
            var (etag, body) = await sources.Find(clock, url, ct);
            await using var feed = await endpoints.Fetch(url, etag, ct);
            if (feed is null)
            {
                return;
            }

            if (body is not null && feed.Hash.AsSpan().SequenceEqual(body))
            {
                await (feed.Etag == etag ? Task.CompletedTask : sources.Taken(clock, url, feed.Etag, feed.Hash, ct));
                return;
            }

            var encoding = FeedText.EncodingOf(feed.Content);
            using var written = new StringWriter(CultureInfo.InvariantCulture);
            using var report = new FeedReport(url.Host, ReadFeed.PlaceIn(feed.Content, feed.Kind, encoding), written);
            await read.Run(clock, feed.Content, feed.Kind, encoding, report, () => true, ct);
            report.End();
            tally.Add(report);
            if (folder.ReportOf(url.Host, report.IsRejected) is { } file)
            {
                await File.WriteAllTextAsync(file, written.ToString(), ct);
            }

            // What was refused is not asked for again either, until it changes.
            await sources.Taken(clock, url, feed.Etag, feed.Hash, ct);
        }
        catch (FeedBroken broken)
        {
            tally.Rejected++;
            LogFailed(log, url.Host, broken.Reason);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            tally.Unreachable++;
            LogFailed(log, url.Host, e is HttpRequestException { StatusCode: { } status } ? $"HTTP {(int)status}" : e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the feed of {Host} was not taken: {Reason}")]
    private static partial void LogFailed(ILogger log, string host, string reason);
}
