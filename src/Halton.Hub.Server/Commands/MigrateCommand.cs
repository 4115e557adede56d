using System.CommandLine;

namespace Halton.Hub.Server.Commands;

/// <summary><c>migrate</c>: brings the database to this version. <c>run</c> does it too; this is for those who do it ahead.</summary>
internal static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var place = new FolderOptions();
        var command = new Command("migrate", "Bring the database to this version of the hub.");
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await HubDatabase.BringUpToDate(database.OwnerConnection, ct);
            Console.WriteLine("database is up to date");
        });
        return command;
    }
}
