using System.CommandLine;
using Halton.Hub.Access;

namespace Halton.Hub.Server.Commands;

/// <summary><c>partner add</c>: lets one more program call, for an organisation that the hub knows or learns of here.</summary>
internal static class PartnerAddCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, keys, id) = (new FolderOptions(), new KeyOptions(), PartnerCommand.Id());
        var organization = new Option<string>("--organization") { Description = "Code of the organisation it acts for.", HelpName = "CODE", Required = true };
        var name = new Option<string?>("--organization-name") { Description = "The organisation's name, when it is new to the hub.", HelpName = "NAME" };
        var kind = new Option<OrganizationKind?>("--kind") { Description = "What the organisation is, when it is new to the hub." };
        var area = new Option<string?>("--local-authority") { Description = "GSS code of the area that a council is responsible for.", HelpName = "GSS" };
        var scope = new Option<string[]>("--scope") { Description = "SMART v2 system scopes, for example \"system/Encounter.rs\".", HelpName = "SCOPES", Required = true };
        var purpose = new Option<string[]>("--purpose") { Description = "Purposes of use it may name, for example TREAT.", HelpName = "CODES", Required = true, AllowMultipleArgumentsPerToken = true };
        var rate = new Option<int>("--rate") { Description = "Calls a second on average.", HelpName = "N", DefaultValueFactory = _ => 200 };
        var burst = new Option<int>("--burst") { Description = "Calls at once after a quiet time.", HelpName = "N", DefaultValueFactory = _ => 400 };
        var command = new Command("add", "Let a program call the hub.") { id, organization, name, kind, area, scope, purpose, rate, burst };
        keys.AddTo(command);
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var partner = asked.GetRequiredValue(id);
            using var given = keys.Take(asked, place.Folder(asked), partner);
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new AddPartner(session, TimeProvider.System).Run(
                new NewPartner(
                    partner,
                    asked.GetRequiredValue(organization),
                    string.Join(' ', asked.GetRequiredValue(scope)),
                    [.. asked.GetRequiredValue(purpose).SelectMany(p => p.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))],
                    given.Jwks,
                    asked.GetValue(name),
                    asked.GetValue(kind),
                    asked.GetValue(area),
                    asked.GetValue(rate),
                    asked.GetValue(burst)),
                ct);
            given.Keep();
            Console.WriteLine($"partner {partner} is added{given.Note}");
        });
        return command;
    }
}
