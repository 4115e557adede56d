using System.CommandLine;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server.Commands;

/// <summary><c>postcodes</c>: loads where postcodes lie, so that distances count from a postcode and not from the middle of its outward code.</summary>
internal static class PostcodesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var place = new FolderOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV file with the columns of the ONS postcode directory: pcds, lat, long and, if there, doterm." };
        file.AcceptExistingOnly();
        var command = new Command("postcodes", "Load where postcodes lie, in place of those loaded before.") { file };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await HubDatabase.BringUpToDate(database.OwnerConnection, ct);
            await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
            using var text = new StreamReader(asked.GetRequiredValue(file).OpenRead());
            try
            {
                var report = await LoadPostcodes.Run(owner, text, ct);
                Console.WriteLine($"{report.Rows} rows: {report.Loaded} postcodes loaded, {report.Terminated} terminated, {report.WithoutPlace} without a place, {report.Refused} refused");
                foreach (var line in report.Told)
                {
                    Console.WriteLine(line);
                }
            }
            catch (Fault fault)
            {
                throw new StartRefused($"{fault.Reason}: {fault.Message}");
            }
        });
        return command;
    }
}
