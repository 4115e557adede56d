using System.CommandLine;
using Halton.Hub.Access;

namespace Halton.Hub.Server.Commands;

/// <summary><c>partner</c>: who may call. Running hubs take a change up within seconds.</summary>
internal static class PartnerCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("partner", "Look after the programs that may call.")
    {
        PartnerAddCommand.Create(),
        Rotate(),
        Revoke(),
        PartnerListCommand.Create(),
        PartnerDocumentsCommand.Create(),
    };

    /// <summary>The argument that names a partner.</summary>
    public static Argument<string> Id() => new("PARTNER") { Description = "The partner's client id." };

    private static Command Rotate()
    {
        var (place, keys, id) = (new FolderOptions(), new KeyOptions(), Id());
        var command = new Command("rotate", "Replace all keys of a partner.") { id };
        keys.AddTo(command);
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var partner = asked.GetRequiredValue(id);
            using var given = keys.Take(asked, place.Folder(asked), partner);
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new RotatePartnerKey(session, TimeProvider.System).Run(partner, given.Jwks, ct);
            given.Keep();
            Console.WriteLine($"partner {partner} has new keys{given.Note}");
        });
        return command;
    }

    private static Command Revoke()
    {
        var (place, id) = (new FolderOptions(), Id());
        var command = new Command("revoke", "End a partner's access for good.") { id };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new RevokePartner(session, TimeProvider.System).Run(asked.GetRequiredValue(id), ct);
            Console.WriteLine($"partner {asked.GetRequiredValue(id)} is revoked");
        });
        return command;
    }
}
