using System.CommandLine;
using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Npgsql;

namespace Halton.Hub.Server.Commands;

/// <summary><c>jobs list</c>: each job of the timetable and how it stands, on whichever node it ran.</summary>
internal static class JobsListCommand
{
    private static readonly string[] Head = ["JOB", "CRON", "NEXT", "LAST SUCCESS", "LAST RUN", "RUNNING ON", "STANDING"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, json) = (new FolderOptions(), JobsCommand.Json());
        var command = new Command("list", "Show the jobs and how they stand.") { json };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
            var reports = JobReport.Of(Schedule.Timetable, await new RunHistory(source).States(ct), TimeProvider.System.GetUtcNow());
            if (asked.GetValue(json))
            {
                CommandJson.Print(reports.Select(report => new
                {
                    Job = report.Line.Name,
                    report.Line.Cron,
                    Next = report.Line.Next(report.At),
                    LastSuccess = report.State?.SucceededAt,
                    LastOutcome = report.State?.LastOutcome,
                    LastError = report.State?.LastError,
                    report.State?.RunningOn,
                    report.Late,
                    report.Failing,
                }));
                return;
            }

            PlainTable.Print([Head, .. reports.Select(Row)]);
        });
        return command;
    }

    private static string[] Row(JobReport report) =>
    [
        report.Line.Name,
        report.Line.Cron,
        Moment.Of(report.Line.Next(report.At)),
        Moment.Of(report.State?.SucceededAt),
        report.State?.LastOutcome is { } outcome ? outcome.Word() : "-",
        report.State?.RunningOn ?? "-",
        report.Trouble ?? (report.State is null ? "not known here yet" : "well"),
    ];
}
