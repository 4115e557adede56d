using System.Globalization;

namespace Halton.Hub.Server.Postgres;

/// <summary>
/// The account that the private cluster runs under. PostgreSQL refuses root, so as root it is <c>postgres</c> or, where there is none,
/// <c>nobody</c>; otherwise it is the hub's own.
/// </summary>
internal sealed record DatabaseAccount(string Name, int Uid, int Gid)
{
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    /// <summary>The account to change to, or null when the hub's own will do.</summary>
    public static DatabaseAccount? Needed()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4);
        return Unprivileged.Select(name => accounts.FirstOrDefault(fields => fields[0] == name)).OfType<string[]>()
            .Select(fields => new DatabaseAccount(fields[0], Number(fields[2]), Number(fields[3])))
            .FirstOrDefault() ?? throw new StartRefused("PostgreSQL refuses to run as root, and this machine has neither an account postgres nor nobody. Run the hub as another user.");
    }

    /// <summary>A command line that runs the words under the account; under the hub's own when there is none to change to.</summary>
    public static string[] As(DatabaseAccount? account, params IEnumerable<string> words) => account is null
        ? [.. words]
        : File.Exists("/usr/bin/setpriv")
            ? ["/usr/bin/setpriv", $"--reuid={account.Uid}", $"--regid={account.Gid}", "--clear-groups", "--", .. words]
            : ["runuser", "-u", account.Name, "--", .. words];

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
