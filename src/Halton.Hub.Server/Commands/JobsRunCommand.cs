using System.CommandLine;
using System.Net;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Halton.Hub.Jobs;

namespace Halton.Hub.Server.Commands;

/// <summary>
/// <c>jobs run</c>: fires a job now, in this process, behind a fence and into the history like any other firing, whether or not a hub runs
/// beside it. The process is a node that serves nobody and does not tick.
/// </summary>
internal static class JobsRunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, feeds, cqc) = (new FolderOptions(), new FeedOptions(), new CqcSourceOptions());
        var job = new Argument<string>("JOB") { Description = $"The job: {string.Join(", ", Schedule.Timetable.Lines.Select(line => line.Name))}." };
        var command = new Command("run", "Fire a job now and wait for its end.") { job };
        place.AddTo(command);
        feeds.AddTo(command);
        cqc.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var (folder, source) = (place.Folder(asked), cqc.Read(asked));
            var places = (feeds.Folder(asked, folder), feeds.Urls(asked));
            var line = Schedule.Timetable.Find(asked.GetRequiredValue(job));
            await using var database = await place.Open(asked, ct);
            await using var node = HubHost.Build(Node(database.OwnerConnection, folder, places, source), builder => OneFiring.AddTo(builder.Services, Schedule.Timetable));
            await node.StartAsync(ct);
            var run = await OneFiring.Run(node.Services, line, ct);
            await node.StopAsync(CancellationToken.None);
            return run switch
            {
                { Outcome: RunOutcome.Succeeded } => Say($"{line.Name} succeeded: {(run.Counts.Count > 0 ? RunCounts.Words(run.Counts) : "nothing was counted")}"),
                null => throw new Fault(FaultKind.Unavailable, "JOB_NOT_RECORDED", $"{line.Name} left no run in the history; the log above says why."),
                _ => throw new Fault(FaultKind.Aborted, "JOB_FAILED", $"{line.Name} {(run.Outcome is { } outcome ? outcome.Word() : "was left running")}{(run.Error is { } error ? $" with {error}" : "")}."),
            };
        });
        return command;
    }

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return 0;
    }

    /// <summary>A node on ports that nobody is told of.</summary>
    private static HubOptions Node(string owner, DataFolder folder, (string Folder, IReadOnlyList<Uri> Urls) feeds, CqcOptions source)
    {
        var connections = HubConnections.From(owner);
        return new HubOptions
        {
            Http = new IPEndPoint(IPAddress.Loopback, 0),
            Grpc = new IPEndPoint(IPAddress.Loopback, 0),
            AppConnection = connections.App,
            DirectoryConnection = connections.Directory,
            OwnerConnection = connections.Owner,
            Roles = new HashSet<string> { "jobs" },
            AnchorFile = folder.AuditAnchors,
            FeedFolder = feeds.Folder,
            FeedUrls = feeds.Urls,
            Cqc = source,
        };
    }
}
