using System.CommandLine;
using System.Globalization;
using Halton.Hub.Access;

namespace Halton.Hub.Server.Commands;

/// <summary><c>partner documents</c>: the GraphQL documents that a partner may send by their id, and whether it may send others.</summary>
internal static class PartnerDocumentsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("documents", "Look after a partner's trusted GraphQL documents.") { Add(), List(), Remove(), Only() };

    private static Command Add()
    {
        var (place, id) = (new FolderOptions(), PartnerCommand.Id());
        var files = new Argument<FileInfo[]>("FILE") { Description = "Files, each with one document.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Let a partner send these documents by their id.") { id, files };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var documents = asked.GetRequiredValue(files).Select(file => (file.Name, Text: file.Exists ? File.ReadAllText(file.FullName) : throw new StartRefused($"There is no file {file}."))).ToList();
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            foreach (var (name, text) in documents)
            {
                Console.WriteLine($"{await new AddTrustedDocument(session, TimeProvider.System).Run(asked.GetRequiredValue(id), text, ct)}  {name}");
            }
        });
        return command;
    }

    private static Command List()
    {
        var (place, id) = (new FolderOptions(), PartnerCommand.Id());
        var command = new Command("list", "Show a partner's documents, one a line.") { id };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            foreach (var document in await new ListTrustedDocuments(session).Run(asked.GetRequiredValue(id), ct))
            {
                var words = string.Join(' ', document.Document.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                Console.WriteLine($"{document.Id}  {document.AddedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}  {(words.Length > 60 ? words[..60] + "..." : words)}");
            }
        });
        return command;
    }

    private static Command Remove()
    {
        var (place, id, sha256) = (new FolderOptions(), PartnerCommand.Id(), new Argument<string>("SHA256") { Description = "The document's id, with or without sha256: before it." });
        var command = new Command("remove", "Take a document back.") { id, sha256 };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new RemoveTrustedDocument(session).Run(asked.GetRequiredValue(id), asked.GetRequiredValue(sha256), ct);
            Console.WriteLine($"{asked.GetRequiredValue(sha256)} is removed");
        });
        return command;
    }

    private static Command Only()
    {
        var (place, id, state) = (new FolderOptions(), PartnerCommand.Id(), new Argument<string>("STATE") { Description = "on or off." }.AcceptOnlyFromAmong("on", "off"));
        var command = new Command("only", "Say whether a partner may send trusted documents only.") { id, state };
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            var only = asked.GetRequiredValue(state) == "on";
            await using var database = await place.Open(asked, ct);
            await using var session = database.Session();
            await new SetFreeForm(session).Run(asked.GetRequiredValue(id), !only, ct);
            Console.WriteLine($"partner {asked.GetRequiredValue(id)} may send {(only ? "trusted documents only" : "any document")}");
        });
        return command;
    }
}
