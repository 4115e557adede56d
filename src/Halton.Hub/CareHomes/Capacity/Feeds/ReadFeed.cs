using System.Text;
using Halton.Hub.Clock;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>Reads one extract from its beginning to its end, then stores what is right of it.</summary>
internal sealed class ReadFeed(FeedFields fields, FeedLimits limits, StoreFeed store)
{
    /// <summary>How the report names places in an extract.</summary>
    public static string PlaceIn(Stream content, FeedKind kind, Encoding encoding) => kind == FeedKind.Json && JsonFeed.IsArray(content, encoding) ? "row" : "line";

    /// <summary>Reads and stores it; what is wrong stands in the report. False when it changed while it was read, and nothing was stored.</summary>
    /// <param name="clock">The firing.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="kind">How it is written.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="report">Told what is wrong.</param>
    /// <param name="isUntouched">Whether nobody has written to it since it was claimed.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<bool> Run(ClockCaller clock, Stream content, FeedKind kind, Encoding encoding, FeedReport report, Func<bool> isUntouched, CancellationToken ct)
    {
        var contents = new FeedContents(limits);
        try
        {
            if (content.Length > limits.MostBytes)
            {
                throw new FeedBroken(null, null, "TOO_LARGE", $"At most {limits.MostBytes} bytes.");
            }

            if (kind == FeedKind.Csv)
            {
                foreach (var row in CsvFeed.Read(content, encoding, fields, limits, report))
                {
                    contents.Add(row, report);
                }
            }
            else
            {
                await foreach (var row in JsonFeed.Read(content, encoding, JsonFeed.IsArray(content, encoding), fields, limits, report, ct))
                {
                    contents.Add(row, report);
                }
            }
        }
        catch (FeedBroken broken)
        {
            report.Break(broken);
        }

        if (!isUntouched())
        {
            return false;
        }

        try
        {
            await store.Run(clock, contents, report, ct);
        }
        catch (Fault fault) when (fault.Kind == FaultKind.Invalid)
        {
            report.Break(new FeedBroken(null, null, fault.Reason, fault.Message));
        }

        return true;
    }
}
