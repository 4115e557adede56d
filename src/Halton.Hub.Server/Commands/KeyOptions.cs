using System.CommandLine;

namespace Halton.Hub.Server.Commands;

/// <summary>Where a partner's keys come from: a file with its public keys, or made here (for demonstrations and first steps).</summary>
internal sealed class KeyOptions
{
    private readonly Option<FileInfo?> jwks = new("--jwks") { Description = "File with the partner's public keys, a JSON Web Key Set.", HelpName = "FILE" };
    private readonly Option<bool> generate = new("--generate") { Description = "Make an ES384 key; its private half is written to keys/ in the data folder." };

    /// <summary>Adds them to a command, which then takes exactly one of the two.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(jwks);
        command.Options.Add(generate);
        command.Validators.Add(given =>
        {
            if ((given.GetValue(jwks) is not null) == given.GetValue(generate))
            {
                given.AddError("Give either --jwks FILE or --generate.");
            }
        });
    }

    /// <summary>The keys asked for.</summary>
    public GivenKeys Take(ParseResult asked, DataFolder folder, string partnerId) =>
        asked.GetValue(jwks) is { } file ? GivenKeys.Of(file) : GivenKeys.Generate(folder, partnerId);
}
