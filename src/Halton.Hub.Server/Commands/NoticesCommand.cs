using System.CommandLine;
using System.Globalization;
using Halton.Hub.Notices;

namespace Halton.Hub.Server.Commands;

/// <summary>notices allow, forbid, add, list, pause, resume, replay: partners that hear of events at addresses of their own.</summary>
internal static class NoticesCommand
{
    private static readonly string[] Head = ["ID", "ORGANISATION", "ADDRESS", "KINDS", "PENDING", "SENT", "DEAD", "STANDING"];

    public static Command Create() => new("notices", "Look after partners that hear of events at addresses of their own.")
    {
        Origin("allow", "Let the hub call an origin, for example https://referrer.example.", allowed: true),
        Origin("forbid", "Let the hub call an origin no more; lines wait.", allowed: false),
        Add(),
        List(),
        Pause("pause", "Stop a line; what happens meanwhile waits.", paused: true),
        Pause("resume", "Let a line go on where it stood.", paused: false),
        Replay(),
    };

    private static Command Origin(string name, string what, bool allowed)
    {
        var (place, origin) = (new FolderOptions(), new Argument<string>("ORIGIN") { Description = "Scheme, host and port." });
        var command = new Command(name, what) { origin };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            Console.WriteLine($"{await new AllowNotices(session, TimeProvider.System).Run(asked.GetRequiredValue(origin), allowed, ct)} is {(allowed ? "allowed" : "not allowed")}");
        });
        return command;
    }

    private static Command Add()
    {
        var place = new FolderOptions();
        var (organization, address) = (new Argument<string>("ORGANISATION") { Description = "Code of the organisation." }, new Argument<string>("ADDRESS") { Description = "Where notices go." });
        var kinds = new Argument<string[]>("KIND") { Description = "What kinds of event begin with, for example referral.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Let an organisation hear of events from now on.") { organization, address, kinds };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            Console.WriteLine(await new AddNoticeReceiver(session, TimeProvider.System).Run(asked.GetRequiredValue(organization), asked.GetRequiredValue(address), asked.GetRequiredValue(kinds), ct));
        });
        return command;
    }

    private static Command List()
    {
        var (place, json) = (new FolderOptions(), JobsCommand.Json());
        var command = new Command("list", "Show the lines and how they stand.") { json };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            var lines = await new ListNoticeReceivers(session).Run(ct);
            if (asked.GetValue(json))
            {
                CommandJson.Print(lines);
                return;
            }

            PlainTable.Print([Head, .. lines.Select(Row)]);
        });
        return command;
    }

    private static Command Pause(string name, string what, bool paused)
    {
        var (place, id) = (new FolderOptions(), Id());
        var command = new Command(name, what) { id };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new PauseNoticeReceiver(session).Run(asked.GetRequiredValue(id), paused, ct);
            Console.WriteLine($"{asked.GetRequiredValue(id)} is {(paused ? "paused" : "going on")}");
        });
        return command;
    }

    private static Command Replay()
    {
        var (place, id) = (new FolderOptions(), Id());
        var since = new Option<DateTimeOffset?>("--since") { Description = "Tell again of all events from this moment on, not only of those that were given up." };
        var command = new Command("replay", "Put what was given up back into its line.") { id, since };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            Console.WriteLine($"{await new ReplayNotices(session, TimeProvider.System).Run(asked.GetRequiredValue(id), asked.GetValue(since), ct)} back in line");
        });
        return command;
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The receiver's id, as list shows it." };

    private static string[] Row(ReceiverLine line) =>
    [
        line.Id.ToString(),
        line.Org,
        line.Url,
        string.Join(' ', line.Kinds),
        line.Pending.ToString(CultureInfo.InvariantCulture),
        line.Sent.ToString(CultureInfo.InvariantCulture),
        line.Dead.ToString(CultureInfo.InvariantCulture),
        line.Paused ? "paused" : !line.Allowed ? "not allowed" : line.Trouble ?? "well",
    ];
}
