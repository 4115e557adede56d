using System.Globalization;
using System.Text.RegularExpressions;

namespace Halton.Hub.Server.Postgres;

/// <summary>The folder of PostgreSQL's server programs and their major version.</summary>
internal sealed partial record ServerPrograms(string Folder, int Major)
{
    /// <summary>The oldest major version that the hub's SQL runs on.</summary>
    private const int OldestMajor = 15;

    // Debian and its kin, Alpine.
    private static readonly string[] Packaged = ["/usr/lib/postgresql", "/usr/libexec/postgresql"];
    private static readonly string[] Linked = ["postgres", "pg_ctl"];

    /// <summary>One of the programs.</summary>
    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>The newest programs on this machine, or those of exactly one major version when a cluster demands it.</summary>
    public static async Task<ServerPrograms> Find(int? major, CancellationToken ct)
    {
        var found = new List<ServerPrograms>();
        foreach (var folder in Candidates())
        {
            if (await Version(folder, ct) is { } version)
            {
                found.Add(new ServerPrograms(folder, version));
            }
        }

        if (found.Count == 0)
        {
            throw new StartRefused("PostgreSQL's server programs (initdb, postgres) are not on this machine. Install them (Debian, Ubuntu: apt-get install postgresql), or name a database with --database.");
        }

        var newest = found.MaxBy(p => p.Major)!;
        if (major is null && newest.Major < OldestMajor)
        {
            throw new StartRefused($"PostgreSQL {newest.Major} is too old for the hub. Install PostgreSQL {OldestMajor} or newer, or name a database with --database.");
        }

        return found.FirstOrDefault(p => major is null ? p == newest : p.Major == major)
            ?? throw new StartRefused($"The data folder was made by PostgreSQL {major}; this machine has PostgreSQL {string.Join(", ", found.Select(p => p.Major).Distinct().Order())}. Install postgresql-{major}, or move the data with pg_upgrade or pg_dump.");
    }

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var linked = path.SelectMany(folder => Linked.Select(program => Path.Combine(folder, program)))
            .Where(File.Exists)
            .Select(file => Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file)!);
        var packaged = Packaged.Where(System.IO.Directory.Exists)
            .SelectMany(System.IO.Directory.GetDirectories)
            .SelectMany(folder => new[] { folder, Path.Combine(folder, "bin") });
        // Red Hat and its kin.
        var versioned = System.IO.Directory.Exists("/usr") ? System.IO.Directory.GetDirectories("/usr", "pgsql-*").Select(folder => Path.Combine(folder, "bin")) : [];
        return [.. linked.Concat(packaged).Concat(versioned).Distinct().Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))];
    }

    private static async Task<int?> Version(string folder, CancellationToken ct)
    {
        var answer = await OutsideProgram.Run([Path.Combine(folder, "postgres"), "--version"], ct);
        var version = Digits().Match(answer.Output);
        return answer.Code == 0 && version.Success ? int.Parse(version.Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
