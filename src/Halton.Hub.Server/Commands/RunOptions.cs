using System.CommandLine;
using System.Globalization;
using System.Net;

namespace Halton.Hub.Server.Commands;

/// <summary>The options of <c>run</c>, and what they may be.</summary>
internal sealed class RunOptions
{
    private static readonly string[] KnownRoles = ["api", "jobs"];
    private readonly Option<string> http = Address("--http", "127.0.0.1:5080", "Where the HTTP port listens.");
    private readonly Option<string> grpc = Address("--grpc", "127.0.0.1:5081", "Where the gRPC port listens.");
    private readonly Option<string> roles = new("--roles") { Description = "What this node does: api, jobs or both.", HelpName = "ROLES", DefaultValueFactory = _ => "api,jobs" };
    private readonly Option<string?> seed = new("--seed") { Description = "Data to start with (default: demo; none with --database)." };
    private readonly Option<bool> development = new("--development") { Description = "Serve what helps development, such as gRPC reflection." };
    private readonly Option<bool> explorer = new("--explorer") { Description = "Serve GraphiQL for developers, also outside --development." };
    private readonly Option<string?> publicUrl = new("--public-url") { Description = "The address that partners know the HTTP port by, when a proxy stands before it.", HelpName = "URL" };
    private readonly Option<string?> certificate = new("--tls-certificate") { Description = "Certificate chain for both ports, PEM.", HelpName = "FILE" };
    private readonly Option<string?> key = new("--tls-key") { Description = "The certificate's private key, PEM.", HelpName = "FILE" };
    private readonly FeedOptions feeds = new();
    private readonly CqcSourceOptions cqc = new();

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        seed.AcceptOnlyFromAmong("demo", "none");
        foreach (var option in new Option[] { http, grpc, roles, seed, development, explorer, publicUrl, certificate, key })
        {
            command.Options.Add(option);
        }

        feeds.AddTo(command);
        cqc.AddTo(command);
    }

    /// <summary>Whether demonstration data is asked for.</summary>
    public bool Demo(ParseResult asked, bool ownCluster) => (asked.GetValue(seed) ?? (ownCluster ? "demo" : "none")) == "demo";

    /// <summary>Everything a node needs to know, checked; a refusal says what to change.</summary>
    public HubOptions Read(ParseResult asked, DataFolder folder, HubConnections connections)
    {
        var (pem, secret) = (Existing(asked.GetValue(certificate)), Existing(asked.GetValue(key)));
        if (pem is null != secret is null)
        {
            throw new StartRefused("TLS needs both --tls-certificate and --tls-key.");
        }

        return new HubOptions
        {
            Http = EndPoint("--http", asked.GetRequiredValue(http), pem is not null),
            Grpc = EndPoint("--grpc", asked.GetRequiredValue(grpc), pem is not null),
            AppConnection = connections.App,
            DirectoryConnection = connections.Directory,
            OwnerConnection = connections.Owner,
            Development = asked.GetValue(development),
            Explorer = asked.GetValue(explorer),
            PublicUrl = PublicUrl(asked.GetValue(publicUrl)),
            TlsCertificate = pem,
            TlsKey = secret,
            Roles = Roles(asked.GetRequiredValue(roles)),
            AnchorFile = folder.AuditAnchors,
            FeedFolder = feeds.Folder(asked, folder),
            FeedUrls = feeds.Urls(asked),
            Cqc = cqc.Read(asked),
        };
    }

    private static Option<string> Address(string name, string standard, string description) => new(name) { Description = description, HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => standard };

    private static IPEndPoint EndPoint(string option, string text, bool tls)
    {
        var colon = text.LastIndexOf(':');
        var host = text[..Math.Max(colon, 0)].Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        if (!IPAddress.TryParse(host, out var address) || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new StartRefused($"{option} {text} is no address and port, such as 127.0.0.1:5080 or [::1]:5080.");
        }

        return IPAddress.IsLoopback(address) || tls
            ? new IPEndPoint(address, port)
            : throw new StartRefused($"{option} {text} can be reached from other machines, so it needs TLS: give --tls-certificate and --tls-key, or listen on 127.0.0.1.");
    }

    private static HashSet<string> Roles(string text)
    {
        var roles = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return roles.Count > 0 && roles.IsSubsetOf(KnownRoles) ? roles : throw new StartRefused($"--roles {text}: give {string.Join(", ", KnownRoles)} or both, with a comma between.");
    }

    private static string? PublicUrl(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? text.TrimEnd('/')
            : throw new StartRefused($"--public-url {text} is no address such as https://hub.example. Only a loopback address may do without https.");
    }

    private static string? Existing(string? file) =>
        file is null || File.Exists(file) ? file : throw new StartRefused($"There is no file {file}.");
}
