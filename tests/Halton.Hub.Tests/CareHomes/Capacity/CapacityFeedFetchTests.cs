using System.Net;
using Halton.Hub.CareHomes.Capacity.Feeds;
using Halton.Hub.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Extracts that are fetched, from a real server on loopback: what has not changed, what fails first, what is refused.</summary>
public sealed class CapacityFeedFetchTests
{
    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var (asked, notModified) = (0, 0);
        var text = "";
        await using var server = await Serve(http =>
        {
            asked++;
            var tag = $"\"v{text.Length}-{text.GetHashCode(StringComparison.Ordinal):x}\"";
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch == tag)
            {
                notModified++;
                http.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            http.Response.ContentType = "text/csv; charset=utf-8";
            return http.Response.WriteAsync(text);
        });
        await using var feed = await FeedFiles.Start(null, Address(server));
        var home = await feed.Hub.Home();
        text = $"{FeedFiles.Columns}\n{FeedFiles.Row(home)}\n";
        Assert.Equal(1, (await feed.Take())["rows taken"]);
        Assert.Equal(0, (await feed.Take())["feeds taken"]);
        Assert.Equal((2, 1), (asked, notModified));
        Assert.Single(feed.Names("done"));
        text = $"{FeedFiles.Columns}\n{FeedFiles.Row(home, 1, numbers: "20,10,9,1")}\n";
        Assert.Equal(1, (await feed.Take())["rows taken"]);
        Assert.Equal(9, (await feed.Hub.CareHomes("hbc").Known(home)).Beds[0].Available);
    }

    [Fact]
    public async Task Without_an_etag_the_same_bytes_are_not_read_again()
    {
        var text = "";
        await using var server = await Serve(http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(text);
        });
        await using var feed = await FeedFiles.Start(null, Address(server));
        text = "[{}]";
        Assert.Equal(1, (await feed.Take())["feeds rejected"]);
        Assert.Equal(0, (await feed.Take())["feeds rejected"]);
        Assert.Single(feed.Names("rejected"));
    }

    [Fact]
    public async Task A_server_that_fails_first_is_asked_again_after_the_pause_that_it_asks_for()
    {
        var asked = 0;
        var text = "";
        await using var server = await Serve(http =>
        {
            if (++asked <= 2)
            {
                http.Response.StatusCode = asked == 1 ? 500 : 429;
                http.Response.Headers.RetryAfter = "0";
                return Task.CompletedTask;
            }

            http.Response.ContentType = "text/csv";
            return http.Response.WriteAsync(text);
        });
        await using var feed = await FeedFiles.Start(null, Address(server));
        var home = await feed.Hub.Home();
        text = $"{FeedFiles.Columns}\n{FeedFiles.Row(home)}\n";
        Assert.Equal(1, (await feed.Take())["rows taken"]);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_counted_and_hinders_nothing_else()
    {
        var asked = 0;
        await using var server = await Serve(http =>
        {
            asked++;
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var feed = await FeedFiles.Start(null, Address(server), new Uri("http://127.0.0.1:9/capacity.csv"));
        var home = await feed.Hub.Home();
        await feed.Put("here.csv", FeedFiles.Columns, FeedFiles.Row(home));
        var counts = await feed.Take();
        Assert.Equal((2, 1, 4), (counts["feeds unreachable"], counts["rows taken"], asked));
    }

    [Theory]
    [InlineData("redirect", "feeds rejected")]
    [InlineData("html", "feeds rejected")]
    [InlineData("said-large", "feeds rejected")]
    [InlineData("large", "feeds rejected")]
    [InlineData("slow-answer", "feeds unreachable")]
    [InlineData("slow-body", "feeds unreachable")]
    [InlineData("cut", "feeds unreachable")]
    [InlineData("patience", "feeds unreachable")]
    public async Task What_may_not_be_read_is_not(string trick, string counted)
    {
        var elsewhere = 0;
        await using var server = await Serve(async http =>
        {
            http.Response.ContentType = trick == "html" ? "text/html" : "text/csv";
            if (http.Request.Path == "/elsewhere")
            {
                elsewhere++;
            }

            switch (trick)
            {
                case "redirect":
                    http.Response.Redirect("/elsewhere");
                    break;
                case "said-large":
                    http.Response.ContentLength = 1_000_000;
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
                case "large":
                    while (!http.RequestAborted.IsCancellationRequested)
                    {
                        await http.Response.Body.WriteAsync(new byte[10_000]);
                    }

                    break;
                case "slow-answer":
                    await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
                case "slow-body":
                    await http.Response.WriteAsync(FeedFiles.Columns + "\n");
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
                case "cut":
                    await http.Response.WriteAsync(FeedFiles.Columns + "\n");
                    await http.Response.Body.FlushAsync();
                    http.Abort();
                    break;
                case "patience":
                    http.Response.StatusCode = 503;
                    http.Response.Headers.RetryAfter = "86400";
                    break;
                default:
                    await http.Response.WriteAsync("<html>");
                    break;
            }
        });
        var limits = new FeedLimits
        {
            Quiet = TimeSpan.Zero,
            MostBytes = 100_000,
            FirstPause = TimeSpan.FromMilliseconds(1),
            Attempt = TimeSpan.FromMilliseconds(trick == "slow-answer" ? 300 : 5_000),
            AllAttempts = TimeSpan.FromSeconds(trick == "patience" ? 1 : 20),
            Body = TimeSpan.FromMilliseconds(trick == "slow-body" ? 300 : 20_000),
        };
        await using var feed = await FeedFiles.Start(limits, Address(server));
        Assert.Equal(1, (await feed.Take())[counted]);
        Assert.Equal(0, elsewhere);
        Assert.Equal(0L, await feed.Hub.Value<long>("select count(*) from carehomes.feed_source"));
    }

    private static Uri Address(WebApplication server) => new(server.Urls.First() + "/capacity");

    private static async Task<WebApplication> Serve(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }
}
