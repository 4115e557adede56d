using System.CommandLine;

namespace Halton.Hub.Server.Commands;

/// <summary>The options that say where extracts of care homes' capacity come from.</summary>
internal sealed class FeedOptions
{
    private readonly Option<string?> feeds = new("--feeds") { Description = "Folder that extracts of care homes' capacity are put into (default: feeds in the data folder).", HelpName = "DIR" };
    private readonly Option<string[]> urls = new("--feed-url") { Description = "Address that an extract is fetched from, https or loopback; may be given several times.", HelpName = "URL" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(feeds);
        command.Options.Add(urls);
    }

    /// <summary>The folder.</summary>
    public string Folder(ParseResult asked, DataFolder data) => Path.GetFullPath(asked.GetValue(feeds) ?? data.Feeds);

    /// <summary>The addresses, checked.</summary>
    public IReadOnlyList<Uri> Urls(ParseResult asked) => [.. (asked.GetValue(urls) ?? []).Select(Url)];

    private static Uri Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url is { Fragment: "", UserInfo: "" }
            ? url
            : throw new StartRefused($"--feed-url {text} is no address such as https://extracts.example/capacity.csv. Only a loopback address may do without https.");
}
