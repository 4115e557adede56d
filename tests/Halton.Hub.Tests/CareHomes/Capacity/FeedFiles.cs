using Halton.Hub.CareHomes.Capacity.Feeds;
using Halton.Hub.Clock;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>A hub with a folder of extracts, and firings that take them.</summary>
internal sealed class FeedFiles : IAsyncDisposable
{
    /// <summary>The columns that most tests write.</summary>
    public const string Columns = "cqcid,bedtype,maxcapacity,usedbeds,declaredvacancies,reserved,isacceptingadmissions,lastupdatedutc";

    private FeedFiles(HubUnderTest hub, string folder) => (Hub, Folder) = (hub, folder);

    /// <summary>The hub.</summary>
    public HubUnderTest Hub { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Starts one.</summary>
    public static async Task<FeedFiles> Start(FeedLimits? limits = null, params Uri[] urls)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("halton-feeds-").FullName;
        var hub = await HubUnderTest.Start(extend: services => services
            .AddSingleton(new FeedPlaces(folder, urls))
            .AddSingleton(limits ?? new FeedLimits { Quiet = TimeSpan.Zero, FirstPause = TimeSpan.FromMilliseconds(10) }));
        return new FeedFiles(hub, folder);
    }

    /// <summary>A row of a home, true of so many minutes ago.</summary>
    public static string Row(CapacityWorld.TestHome home, double minutesAgo = 5, string kind = "general-nursing", string numbers = "20,14,3,1", string accepting = "true") =>
        $"{home.Location},{kind},{numbers},{accepting},{TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo):yyyy-MM-ddTHH:mm:ssZ}";

    /// <summary>Puts an extract into the folder.</summary>
    public Task Put(string name, params string[] lines) => File.WriteAllTextAsync(In(name), string.Join("\n", lines) + "\n");

    /// <summary>Takes what is there.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Take() => (await Hub.Services.GetRequiredService<TakeCapacityFeeds>().Run(await Hub.Firing("CareHomeCapacity"), default)).Named;

    /// <summary>Takes what is there, for a firing of the test's own.</summary>
    public async Task<RunCounts> Take(ClockCaller clock) => await Hub.Services.GetRequiredService<TakeCapacityFeeds>().Run(clock, default);

    /// <summary>A path in the folder.</summary>
    public string In(string name) => Path.Combine(Folder, name);

    /// <summary>The names of what lies in a room of the folder.</summary>
    public IEnumerable<string> Names(string room) => System.IO.Directory.Exists(In(room)) ? System.IO.Directory.GetFiles(In(room)).Select(file => Path.GetFileName(file)!).Order() : [];

    /// <summary>The lines of a report.</summary>
    public string[] Report(string name) => File.ReadAllLines(In(name + ".report.jsonl"));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }
}
