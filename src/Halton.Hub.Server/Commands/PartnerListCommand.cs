using System.CommandLine;
using System.Globalization;
using Halton.Hub.Access;

namespace Halton.Hub.Server.Commands;

/// <summary><c>partner list</c>: a plain table, one partner a line.</summary>
internal static class PartnerListCommand
{
    private static readonly string[] Head = ["PARTNER", "ORGANIZATION", "STATE", "RATE/BURST", "PURPOSES", "KEYS", "SCOPES"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var place = new FolderOptions();
        var command = new Command("list", "Show who may call.");
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            var partners = await new ListPartners(session).Run(ct);
            PlainTable.Print([Head, .. partners.Select(Row)]);
        });
        return command;
    }

    private static string[] Row(Partner partner) =>
    [
        partner.Id,
        partner.Organization,
        partner.RevokedAt is { } moment ? $"revoked {moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}" : "active",
        $"{partner.RatePerSecond}/{partner.Burst}",
        string.Join(',', partner.Purposes),
        string.Join(',', partner.Keys.Select(k => k.Kid)),
        string.Join(' ', partner.Scopes),
    ];
}
