using System.Diagnostics;
using System.Globalization;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Report;
using Npgsql;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// An extract of all of England's homes, taken by a running hub's own job from its folder: read, checked, stored with history, events and audit.
/// Then the same extract again, which must change nothing. Against COPY of the same rows into a plain table.
/// </summary>
internal static class CapacityFeedRow
{
    private const double Most = 30;
    private const int Rows = ManyHomes.Count * 5;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var folder = await DataFolders.Seeded(options, "many-homes", 1, ct);
        await using var hub = await HubProcess.Start(options, folder, ct);
        await ManyHomes.Make(hub.Database, ct);
        var (first, again, copies, growth) = (new List<Run>(), new List<Run>(), new List<double>(), 0.0);
        for (var round = 0; round < options.Rounds; round++)
        {
            var extract = Extract();
            await using (var memory = new Memory(hub.Pid))
            {
                first.Add(await Take(hub, folder, $"round-{round}.csv", extract, ct));
                growth = Math.Max(growth, memory.Growth);
            }

            var before = await Written(hub.Database, ct);
            again.Add(await Take(hub, folder, $"again-{round}.csv", extract, ct));
            again[^1] = again[^1] with { Written = await Written(hub.Database, ct) - before };
            copies.Add(await Copy(hub.Database, extract, ct));
            Progress.Say($"taken in {Show.Two(first[^1].Seconds)} s, again in {Show.Two(again[^1].Seconds)} s, copied in {Show.Two(copies[^1])} s");
        }

        var (seconds, copy) = (Show.Median(first.Select(r => r.Seconds)), Show.Median(copies));
        return new RowResult(
            "COPY",
            [
                new Figure($"{Show.Whole(Rows)} rows of {Show.Whole(ManyHomes.Count)} homes, s", Show.Two(seconds), Show.Two(copy), Show.Two(seconds / copy)),
                new Figure("the same extract again, s", Show.Two(Show.Median(again.Select(r => r.Seconds)))),
                new Figure("rows a second", Show.Whole(Rows / seconds), Show.Whole(Rows / copy)),
                new Figure("memory of the hub grew by at most, MB", Show.Whole(growth)),
            ],
            [
                new Promise("taken within 30 s", Show.Two(seconds), seconds <= Most),
                new Promise("every row is taken", string.Join(", ", first.Select(r => r.Taken)), first.TrueForAll(r => r.Taken == Rows)),
                new Promise("again: every row unchanged, no row of any table written", string.Join(", ", again.Select(r => $"{r.Unchanged} and {r.Written}")), again.TrueForAll(r => r.Unchanged == Rows && r.Written == 0)),
            ],
            ["Each taking is a run of the hub's own job, from its start to its end by the history; what the folder waits for the next firing is not in it."]);
    }

    private static string Extract()
    {
        var asOf = TimeProvider.System.GetUtcNow().AddSeconds(-1).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        var text = new System.Text.StringBuilder("location,cqcid,bedtype,maxcapacity,usedbeds,declaredvacancies,reserved,isacceptingadmissions,lastupdatedutc,nursesemployed\n");
        for (var home = 1; home <= ManyHomes.Count; home++)
        {
            for (var kind = 0; kind < ManyHomes.Kinds.Length; kind++)
            {
                text.Append(CultureInfo.InvariantCulture, $"Quillmoor {home},{ManyHomes.Location(home)},{ManyHomes.Kinds[kind]},20,{10 + ((home + kind) % 8)},{home % 3},0,true,{asOf},{home % 11}\n");
            }
        }

        return text.ToString();
    }

    private static async Task<Run> Take(HubProcess hub, string folder, string name, string extract, CancellationToken ct)
    {
        var feeds = Path.Combine(folder, "feeds");
        System.IO.Directory.CreateDirectory(feeds);
        var before = await hub.Database.Value<long>("select coalesce(max(fence), 0) from clock.run", ct);
        await File.WriteAllTextAsync(Path.Combine(feeds, name + ".part"), extract, ct);
        File.Move(Path.Combine(feeds, name + ".part"), Path.Combine(feeds, name));
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(5))
        {
            var runs = await hub.Database.Rows(
                $"select extract(epoch from ended_at - started_at)::float8, (counts->>'rows taken')::bigint, (counts->>'rows unchanged')::bigint from clock.run where job = 'CareHomeCapacity' and fence > {before} and outcome = 'succeeded' and (counts->>'feeds taken')::bigint = 1",
                ct);
            if (runs is [var run, ..])
            {
                return new Run((double)run[0]!, (long)run[1]!, (long)run[2]!, 0);
            }

            await Task.Delay(250, ct);
        }

        throw new BenchFailed("The hub did not take the extract.");
    }

    private static Task<long> Written(HubDatabase database, CancellationToken ct) => database.Value<long>(
        "select (select count(*) from carehomes.capacity_history) + (select count(*) from events.event where kind like 'capacity.%') + (select sum(version) from carehomes.capacity_return)::bigint", ct);

    private static async Task<double> Copy(HubDatabase database, string extract, CancellationToken ct)
    {
        await database.Do("drop table if exists public.plain_extract; create table public.plain_extract (location text, cqcid text, bedtype text, maxcapacity int, usedbeds int, declaredvacancies int, reserved int, accepting boolean, lastupdated timestamptz, nurses int)", ct);
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(ct);
        var began = Stopwatch.GetTimestamp();
        await using (var copy = await connection.BeginTextImportAsync("copy public.plain_extract from stdin (format csv, header)", ct))
        {
            await copy.WriteAsync(extract.AsMemory(), ct);
        }

        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await database.Do("drop table public.plain_extract", ct);
        return took;
    }

    private sealed record Run(double Seconds, long Taken, long Unchanged, long Written);
}
