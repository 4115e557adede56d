using System.CommandLine;
using System.Globalization;
using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Npgsql;

namespace Halton.Hub.Server.Commands;

/// <summary><c>jobs history</c>: runs of jobs on any node, the latest first.</summary>
internal static class JobsHistoryCommand
{
    private static readonly string[] Head = ["STARTED", "JOB", "SLOT", "OUTCOME", "SECONDS", "NODE", "COUNTS OR ERROR"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, json) = (new FolderOptions(), JobsCommand.Json());
        var job = new Argument<string?>("JOB") { Description = "One job only.", Arity = ArgumentArity.ZeroOrOne };
        var last = new Option<int>("--last") { Description = "How many runs at most, 1 to 5000.", HelpName = "N", DefaultValueFactory = _ => 20 };
        last.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 5000)
            {
                given.AddError("--last is 1 to 5000.");
            }
        });
        var command = new Command("history", "Show what runs of jobs came to.") { job, last, json };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var name = asked.GetValue(job) is { } given ? Schedule.Timetable.Find(given).Name : null;
            await using var database = await place.Open(asked, ct);
            await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
            var runs = await new RunHistory(source).Last(name, asked.GetValue(last), ct);
            if (asked.GetValue(json))
            {
                CommandJson.Print(runs);
                return;
            }

            PlainTable.Print([Head, .. runs.Select(Row)]);
        });
        return command;
    }

    private static string[] Row(JobRun run) =>
    [
        Moment.Of(run.StartedAt),
        run.Job,
        Moment.Of(run.Slot),
        run.Outcome is { } outcome ? outcome.Word() : "running",
        run.EndedAt is { } end ? (end - run.StartedAt).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) : "-",
        run.Node,
        run.Error ?? RunCounts.Words(run.Counts),
    ];
}
