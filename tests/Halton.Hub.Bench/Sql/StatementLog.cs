using System.Text.RegularExpressions;
using Halton.Hub.Bench.Hubs;

namespace Halton.Hub.Bench.Sql;

/// <summary>
/// What a hub asks its database, heard from the database's own log, with every parameter put in its place. What the hub asks anyway while
/// nobody calls is left out. A log that is written costs both sides of a comparison, so nothing can be measured while it is.
/// </summary>
internal sealed partial class StatementLog
{
    private const string Mark = "bench-statement ";
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    // The hub's own settings keep statements out of the log; these hold until they are reset.
    private static readonly string[] Settings = ["log_statement = 'all'", "log_parameter_max_length = -1", "log_error_verbosity = 'default'", $"log_line_prefix = '{Mark}%u %p '"];
    private readonly HubDatabase database;
    private readonly string file;
    private readonly HashSet<string> anyway = [];

    private StatementLog(HubDatabase database, string file) => (this.database, this.file) = (database, file);

    /// <summary>Listens for as long as something is heard, and puts the settings back.</summary>
    public static async Task<T> Listen<T>(HubDatabase database, Func<StatementLog, Task<T>> hear, CancellationToken ct)
    {
        var log = new StatementLog(database, Path.Combine(Path.GetDirectoryName(await database.Value<string>("select setting from pg_settings where name = 'data_directory'", ct))!, "server.log"));
        await log.Set(setting => $"set {setting}", ct);
        try
        {
            log.anyway.UnionWith((await log.Heard(() => { }, Idle, ct)).Select(statement => statement.Text));
            return await hear(log);
        }
        finally
        {
            await log.Set(setting => $"reset {setting.Split(' ')[0]}", CancellationToken.None);
        }
    }

    /// <summary>The statements, in order, that an action leads to.</summary>
    public async Task<IReadOnlyList<string>> Of(Action action, CancellationToken ct) =>
        [.. (await Heard(action, Quiet, ct)).Where(statement => !anyway.Contains(statement.Text)).Select(statement => statement.Filled)];

    /// <summary>Every statement, in order, of the transactions in which an action changed something, with what begins and ends them.</summary>
    public async Task<IReadOnlyList<string>> Changing(Action action, CancellationToken ct)
    {
        var (open, changing) = (new Dictionary<string, List<string>>(), new List<string>());
        foreach (var (connection, text, filled) in await Heard(action, Quiet, ct))
        {
            if (text.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase))
            {
                open[connection] = [];
            }

            if (open.TryGetValue(connection, out var statements))
            {
                statements.Add(filled);
                if (text.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) && open.Remove(connection) && statements.Exists(s => s.StartsWith("insert into events.event", StringComparison.Ordinal)))
                {
                    changing.AddRange(statements);
                }
            }
        }

        return changing;
    }

    private async Task Set(Func<string, string> change, CancellationToken ct)
    {
        foreach (var setting in Settings)
        {
            await database.Do($"alter system {change(setting)}", ct);
        }

        await database.Do("select pg_reload_conf()", ct);
    }

    private async Task<List<(string Connection, string Text, string Filled)>> Heard(Action action, TimeSpan time, CancellationToken ct)
    {
        var before = new FileInfo(file).Length;
        action();
        await Task.Delay(time, ct);
        await using var log = File.OpenRead(file);
        log.Seek(before, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        var entries = (await reader.ReadToEndAsync(ct)).Split(Mark, StringSplitOptions.RemoveEmptyEntries);
        var heard = new List<(string Connection, string Text, string Filled)>();
        foreach (var (entry, next) in entries.Zip([.. entries.Skip(1), ""]))
        {
            // The superuser is this program.
            if (Execution().Match(entry) is { Success: true } said && said.Groups["user"].Value != "postgres")
            {
                var text = said.Groups["sql"].Value.Replace("\n\t", "\n", StringComparison.Ordinal).Trim();
                heard.Add((said.Groups["connection"].Value, text, Fill(text, next)));
            }
        }

        return heard;
    }

    private static string Fill(string text, string detail)
    {
        var given = detail.Contains("DETAIL:  ", StringComparison.Ordinal) ? Given().Matches(detail).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value) : [];
        return Asked().Replace(text, asked => given[asked.Groups[1].Value]);
    }

    [GeneratedRegex(@"^(?<user>\S+) (?<connection>\d+) LOG:  (?:execute [^:]+|statement): (?<sql>.*)$", RegexOptions.Singleline)]
    private static partial Regex Execution();

    [GeneratedRegex(@"\$(\d+) = (NULL|'(?:[^']|'')*')")]
    private static partial Regex Given();

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Asked();
}
