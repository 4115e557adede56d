using System.CommandLine;
using Halton.Hub.Server.Seeding;

namespace Halton.Hub.Server.Commands;

/// <summary><c>seed</c>: synthetic demonstration data, loaded once however often it is asked for.</summary>
internal static class SeedCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var place = new FolderOptions();
        var scale = new Option<int>("--scale") { Description = "How many times the demonstration's size.", HelpName = "N", DefaultValueFactory = _ => 1 };
        scale.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
            {
                given.AddError("--scale is 1 or more.");
            }
        });
        var command = new Command("seed", "Load synthetic demonstration data and partners.") { scale };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await HubDatabase.BringUpToDate(database.OwnerConnection, ct);
            await DemoSeed.Load(database.OwnerConnection, place.Folder(asked).Keys, asked.GetValue(scale), TimeProvider.System, ct);
            Console.WriteLine("demonstration data is loaded");
        });
        return command;
    }
}
