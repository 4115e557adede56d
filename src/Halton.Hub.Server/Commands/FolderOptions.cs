using System.CommandLine;

namespace Halton.Hub.Server.Commands;

/// <summary>The options that every command takes: where the hub's data is, and which database.</summary>
internal sealed class FolderOptions
{
    private readonly Option<string> data = new("--data")
    {
        Description = "The hub's data folder.",
        HelpName = "DIR",
        // The launcher names the folder beside itself, so that ./hub means the same hub from everywhere.
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HUB_DATA") ?? ".hub",
    };

    private readonly Option<string?> database = new("--database")
    {
        Description = "Connection string of the database's owner. Without it the hub runs a PostgreSQL of its own in the data folder.",
        HelpName = "CONNECTION",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(database);
    }

    /// <summary>The data folder asked for.</summary>
    public DataFolder Folder(ParseResult asked) => DataFolder.Open(asked.GetRequiredValue(data));

    /// <summary>The database asked for, or null.</summary>
    public string? Database(ParseResult asked) => asked.GetValue(database);

    /// <summary>The database to work on.</summary>
    public Task<CommandDatabase> Open(ParseResult asked, CancellationToken ct) => CommandDatabase.Open(Folder(asked), Database(asked), ct);
}
