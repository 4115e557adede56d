using System.CommandLine;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Server.Seeding;

namespace Halton.Hub.Server.Commands;

/// <summary>The options that say where a node reads what CQC says of care homes: its API, files of the same shape, or the demonstration's.</summary>
internal sealed class CqcSourceOptions
{
    private readonly Option<string?> url = new("--cqc-url") { Description = "Base address of CQC's syndication API; the key is in HUB_CQC_KEY or a file.", HelpName = "URL" };
    private readonly Option<string?> keyFile = new("--cqc-key-file") { Description = "File that holds the subscription key.", HelpName = "FILE" };
    private readonly Option<string?> files = new("--cqc-files") { Description = "Folder with locations.ndjson and providers.ndjson, in place of CQC's API.", HelpName = "DIR" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { url, keyFile, files })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The source, checked; a refusal says what to change.</summary>
    public CqcOptions Read(ParseResult asked) => (asked.GetValue(url), asked.GetValue(files)) switch
    {
        ({ } address, null) => new CqcOptions { Url = Address(address), Key = Key(asked.GetValue(keyFile)) },
        (null, { } folder) => System.IO.Directory.Exists(folder) ? CqcOptions.Folder(folder) : throw new StartRefused($"There is no folder {folder}."),
        (null, null) => new CqcOptions { Files = SeedCqc.Open },
        _ => throw new StartRefused("Give --cqc-url or --cqc-files, not both."),
    };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url is { Query: "", Fragment: "", UserInfo: "" }
            ? url
            : throw new StartRefused($"--cqc-url {text} is no address such as https://api.service.cqc.org.uk/public/v1. Only a loopback address may do without https.");

    private static string? Key(string? file)
    {
        var key = file is null ? Environment.GetEnvironmentVariable("HUB_CQC_KEY") : File.Exists(file) ? File.ReadAllText(file) : throw new StartRefused($"There is no file {file}.");
        return string.IsNullOrWhiteSpace(key) ? throw new StartRefused("CQC's API needs a subscription key: set HUB_CQC_KEY or give --cqc-key-file.") : Clean(key.Trim());
    }

    /// <summary>A key that can stand in a header; what it is is not repeated.</summary>
    private static string Clean(string key) => key.All(char.IsAsciiLetterOrDigit) ? key : throw new StartRefused("The subscription key of CQC's API is letters and digits.");
}
