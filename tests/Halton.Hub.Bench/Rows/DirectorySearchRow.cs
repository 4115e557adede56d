using System.Text.Json;
using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;

namespace Halton.Hub.Bench.Rows;

/// <summary>The ordinary GraphQL search against the same statements, heard from the hub itself, run by PostgreSQL's own load generator.</summary>
internal static class DirectorySearchRow
{
    private const double Least = 0.4;
    private const int Callers = 16;
    private const int First = 20;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var small = await Measured(options, await DataFolders.Seeded(options, 1, ct), large: false, ct);
        var large = await Measured(options, await DataFolders.Seeded(options, $"directory-{LargeDirectory.Copies}", 1, ct), large: true, ct);
        Size[] sizes = [small, large];
        int[] statements = [.. sizes.SelectMany(size => size.Statements).Distinct()];
        return new RowResult(
            "pgbench",
            [.. sizes.SelectMany(Figures)],
            [
                .. sizes.Select(size => new Promise($"documents a second ≥ 0.4 of pgbench's, {Show.Whole(size.Services)} services", Show.Two(Ratio(size)), Ratio(size) >= Least)),
                new Promise("as many statements for 5 services as for 20, in either size", string.Join(", ", statements), statements.Length == 1),
                new Promise("no errors", Show.Whole(sizes.Sum(size => size.Duel.Errors)), sizes.All(size => size.Duel.Errors == 0)),
            ],
            [.. sizes.Select(size => $"{Show.Whole(size.Services)} services: {size.Duel.Note()}")]);
    }

    private static async Task<Size> Measured(BenchOptions options, string folder, bool large, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, folder, ct);
        if (large)
        {
            await LargeDirectory.Make(hub.Database, ct);
        }

        await hub.Database.RaiseRate(ct, SearchDocument.Partner);
        using var tokens = hub.TokensOf(SearchDocument.Partner, SearchDocument.Purpose);
        var (few, some) = (await Statements(hub, tokens, 5, ct), await Statements(hub, tokens, First, ct));
        using var callers = SearchDocument.Callers(hub, tokens, First, Callers);
        using var reference = await Pgbench.For(hub.Database, "hub_directory", Callers, [.. some.Select(Pgbench.Script)], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(options, new Side("hub", callers.For, hub.Pid, hub.Database, postmaster), new Side("pgbench", reference.Run, null, hub.Database, postmaster), ct);
        return new Size(await LargeDirectory.Services(hub.Database, ct), [.. few.Concat(some).Select(document => document.Count).Distinct()], duel);
    }

    // Each document's statements, which must give what the hub answered: the reference must not be that of another question.
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> Statements(HubProcess hub, Client.AccessTokens tokens, int first, CancellationToken ct)
    {
        using var caller = SearchDocument.Callers(hub, tokens, first, 1);
        _ = caller.Ask(0);
        return await StatementLog.Listen(hub.Database, Hear, ct);

        async Task<IReadOnlyList<IReadOnlyList<string>>> Hear(StatementLog log)
        {
            var documents = new List<IReadOnlyList<string>>();
            for (var document = 0; document < SearchDocument.Bodies(first).Count; document++)
            {
                var answer = ReadOnlyMemory<byte>.Empty;
                var statements = await log.Of(() => answer = caller.Ask(document).Body.ToArray(), ct);
                await Compare(hub.Database, statements, answer, ct);
                documents.Add(statements);
            }

            return documents;
        }
    }

    private static async Task Compare(HubDatabase database, IReadOnlyList<string> statements, ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        using var json = JsonDocument.Parse(answer);
        var nodes = json.RootElement.GetProperty("data").GetProperty("services").GetProperty("nodes").EnumerateArray().ToList();
        var (services, schedules, terms) = (Names(nodes), nodes.Sum(node => node.GetProperty("schedules").GetArrayLength()), nodes.Sum(node => node.GetProperty("terms").GetArrayLength()));
        var organizations = nodes.Select(node => node.GetProperty("organization").GetProperty("name").GetString()!).ToHashSet();
        var found = (await Rows("directory.service_at_location")).Select(row => (string)row[3]!).Take(services.Count);
        var same = services.Count > 0 && services.SequenceEqual(found)
            && schedules == (await Rows("directory.schedule")).Count && terms == (await Rows("directory.attribute")).Count
            && organizations.SetEquals((await Rows("directory.organization")).Select(row => row.OfType<string>()).SelectMany(row => row).Where(organizations.Contains));
        if (!same)
        {
            throw new BenchFailed($"The statements give something else than the hub's answer, which has {services.Count} services, {schedules} schedules and {terms} terms.");
        }

        Task<List<object?[]>> Rows(string table) => database.Rows(
            statements.FirstOrDefault(statement => statement.Contains(table, StringComparison.OrdinalIgnoreCase)) ?? throw new BenchFailed($"The hub did not read {table}."), ct);
    }

    private static List<string> Names(IEnumerable<JsonElement> nodes) => [.. nodes.Select(node => node.GetProperty("name").GetString()!)];

    private static double Ratio(Size size) => size.Duel.Median(round => round.Calls.PerSecond).Ratio;

    private static IEnumerable<Figure> Figures(Size size)
    {
        var of = $"{Show.Whole(size.Services)} services";
        return
        [
            size.Duel.Line($"{of}: documents a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
            size.Duel.Line($"{of}: p50, ms", round => round.Calls.Within(0.5), Show.Two),
            size.Duel.Line($"{of}: p99, ms", round => round.Calls.Within(0.99), Show.Two),
            new Figure($"{of}: CPU a document, server, µs", Show.Whole(size.Duel.Median(round => round.ServerPerCall).Hub)),
            size.Duel.Line($"{of}: CPU a document, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
            new Figure($"{of}: statements a document", string.Join(", ", size.Statements)),
        ];
    }

    private sealed record Size(long Services, IReadOnlyList<int> Statements, Duel Duel);
}
