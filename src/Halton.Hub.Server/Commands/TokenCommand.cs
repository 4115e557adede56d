using System.CommandLine;
using Halton.Hub.Foundation;

namespace Halton.Hub.Server.Commands;

/// <summary><c>token</c>: an access token of a partner whose private key lies in the data folder. Prints the token alone.</summary>
internal static class TokenCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, id) = (new FolderOptions(), PartnerCommand.Id());
        var scope = new Option<string?>("--scope") { Description = "Scopes to ask for; all that the partner has when left out.", HelpName = "SCOPES" };
        var command = new Command("token", "Get an access token for a partner of the demonstration.") { id, scope };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var folder = place.Folder(asked);
            var hub = folder.FindHub() ?? throw new Fault(FaultKind.Unavailable, "NO_HUB", $"No hub runs on {folder.Path}. Start one with ./hub run.");
            var partner = asked.GetRequiredValue(id);
            var request = new TokenRequest(hub.Http, hub.Issuer, partner, PrivateKeyFile.Read(folder.Keys, partner));
            Console.WriteLine(await request.Send(asked.GetValue(scope), TimeProvider.System, ct));
        });
        return command;
    }
}
