using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;

namespace Halton.Hub.Bench.Sql;

/// <summary>
/// PostgreSQL's own load generator, as the hub's account over the hub's socket: prepared statements with every value in place, which is the
/// least that can be asked of the database for the same answers. It reads rows and throws them away.
/// </summary>
/// <remarks>A statement outside of begin and commit is its own transaction, as the hub's reads are.</remarks>
internal sealed partial class Pgbench : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("hub-bench-");
    private readonly string[] words;
    private readonly string program;

    private Pgbench(string program, string host, string account, int clients, IReadOnlyList<string> texts)
    {
        this.program = program;
        var scripts = texts.Select((text, i) =>
        {
            var file = Path.Combine(folder.FullName, $"{i}.sql");
            File.WriteAllText(file, text);
            return file;
        });
        words =
        [
            "-h", host, "-U", account, "-n", "-M", "prepared", "-c", $"{clients}", "-j", $"{Environment.ProcessorCount}",
            .. scripts.SelectMany(script => new[] { "-f", script }), "-l", "--log-prefix", Path.Combine(folder.FullName, "log"),
        ];
    }

    /// <summary>The text of a script with some statements, one a line.</summary>
    public static string Script(IEnumerable<string> statements) => string.Concat(statements.Select(statement => statement.ReplaceLineEndings(" ") + ";\n"));

    /// <summary>Makes one; the program is the one that belongs to the server. Of several scripts each transaction picks one at random.</summary>
    public static async Task<Pgbench> For(HubDatabase database, string account, int clients, IReadOnlyList<string> scripts, CancellationToken ct)
    {
        var programs = await database.Value<string>("select setting from pg_config where name = 'BINDIR'", ct);
        return new Pgbench(Path.Combine(programs, "pgbench"), new Npgsql.NpgsqlConnectionStringBuilder(database.Connection).Host!, account, clients, scripts);
    }

    /// <summary>Runs it for a time.</summary>
    public async Task<Calls> Run(TimeSpan time, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, [.. words, "-T", $"{(int)time.TotalSeconds}", "hub"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var running = Process.Start(start)!;
        var (output, error) = (running.StandardOutput.ReadToEndAsync(ct), running.StandardError.ReadToEndAsync(ct));
        await running.WaitForExitAsync(ct);
        var failed = FailedTransactions().Match(await output);
        if (running.ExitCode != 0 || !failed.Success)
        {
            throw new BenchFailed($"pgbench failed: {(await error).Trim()}");
        }

        var took = Took();
        var perSecond = double.Parse(PerSecond().Match(await output).Groups[1].Value, CultureInfo.InvariantCulture);
        var failures = int.Parse(failed.Groups[1].Value, CultureInfo.InvariantCulture);
        return new Calls(TimeSpan.FromSeconds(took.Length / perSecond), took, failures, failures > 0 ? "a transaction failed" : null);
    }

    /// <inheritdoc />
    /// <summary>A script whose remaining ids are drawn anew each time.</summary>
    public static string Fresh(string script) => AnyId().Replace(script, "gen_random_uuid()");

    public void Dispose() => folder.Delete(recursive: true);

    // One line a transaction; the third word is what it took in microseconds.
    private long[] Took()
    {
        var logs = folder.GetFiles("log.*");
        long[] took = [.. logs.SelectMany(log => File.ReadLines(log.FullName)).Select(line => long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) * Stopwatch.Frequency / 1_000_000).Order()];
        Array.ForEach(logs, log => log.Delete());
        return took;
    }

    [GeneratedRegex("'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'")]
    private static partial Regex AnyId();

    [GeneratedRegex(@"number of failed transactions: (\d+)")]
    private static partial Regex FailedTransactions();

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex PerSecond();
}
