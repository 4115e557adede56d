using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using NpgsqlTypes;

namespace Halton.Hub.Insight;

/// <summary>
/// Counts the indicators of days and keeps them, small counts hidden, where everyone may read them. A day is counted again, hourly, until a week after its end, so that
/// what is recorded late still counts; days that were never counted are made good, the latest first, a part in each run.
/// </summary>
public sealed class CountKpis(OneSave saves, HubReads reads, CodeSystems codes, TimeProvider time)
{
    /// <summary>How many days a run counts at most.</summary>
    public const int MostDays = 120;

    private const int DaysASave = 15;
    private const int YearsBack = 3;
    private const string Due = "select d from insight.days_to_count($1, $2, $3, $4) d";
    private const string Counted = "select d, (c).* from unnest($1) d cross join lateral insight.counted(d) c";
    private const string Forget = "delete from insight.kpi where day = any ($1)";

    private const string Keep = """
        insert into insight.kpi (day, code, group_system, group_code, group_name, place, status, value, numerator, denominator, counted_at)
        select *, $11 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    /// <summary>Counts what is due.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var now = time.GetUtcNow().Kept();
        var today = LondonTime.Day(now);
        var due = await reads.Look(clock.Call, WalledBatch.Command(Due, today, today.AddYears(-YearsBack), now, MostDays), row => row.GetFieldValue<DateOnly>(0), _ => Guid.Empty, null, ct);
        foreach (var days in due.Chunk(DaysASave))
        {
            var id = clock.RequestId($"{days[0]:O}");
            await saves.Run(clock.Call, id, new Asked(days), save => Count(save, days, ct), _ => id, ct);
        }

        return RunCounts.Of(("days counted", due.Count));
    }

    private async Task<Asked> Count(Save save, DateOnly[] days, CancellationToken ct)
    {
        var counts = new List<(DateOnly Day, string Code, KpiGroupCount Count)>();
        await using (var ask = save.Batch(WalledBatch.Command(Counted, days)))
        await using (var row = await ask.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
            {
                counts.Add((row.GetFieldValue<DateOnly>(0), row.GetString(1), new KpiGroupCount(
                    row.TextAt(2), row.TextAt(3), (int)row.GetInt64(4), (int)row.GetInt64(5), (int)row.GetInt64(6), row.ValueAt<double>(7) ?? 0)));
            }
        }

        var found = counts.ToLookup(c => (c.Day, c.Code), c => c.Count);
        var rows = days.SelectMany(day => KpiIndicator.All.SelectMany(kpi => Rows(day, kpi, [.. found[(day, kpi.Code)].OrderBy(c => c.Code, StringComparer.Ordinal)]))).ToList();
        await using var keep = save.Batch(
            WalledBatch.Command(Forget, days),
            WalledBatch.Command(
                Keep,
                WalledBatch.Column(rows, NpgsqlDbType.Date, r => r.Day),
                WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Code),
                WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Group.System),
                WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Group.Code),
                WalledBatch.Column(rows, NpgsqlDbType.Text, r => r.Group.Display),
                WalledBatch.Column(rows, NpgsqlDbType.Smallint, r => r.Place),
                WalledBatch.Column(rows, NpgsqlDbType.Text, r => KpiWords.Of(r.Figure.Status)),
                WalledBatch.Column(rows, NpgsqlDbType.Double, r => r.Figure.Value),
                WalledBatch.Column(rows, NpgsqlDbType.Integer, r => r.Figure.Numerator),
                WalledBatch.Column(rows, NpgsqlDbType.Integer, r => r.Figure.Denominator),
                save.Now));
        await keep.ExecuteNonQueryAsync(ct);
        return new Asked(days);
    }

    private IEnumerable<Row> Rows(DateOnly day, KpiIndicator kpi, IReadOnlyList<KpiGroupCount> counts)
    {
        var (whole, groups) = KpiFigures.Of(kpi.Shape, counts);
        yield return new Row(day, kpi.Code, new Coding("", "", ""), 0, whole);
        for (short place = 1; place <= groups.Count; place++)
        {
            var (count, figure) = groups[place - 1];
            yield return new Row(day, kpi.Code, Group(kpi, count), place, figure);
        }
    }

    private Coding Group(KpiIndicator kpi, KpiGroupCount count)
    {
        var system = kpi.SystemOf(count.Code!);
        return count.Name is { } name ? new Coding(system, count.Code!, name) : codes.Named(system, count.Code!);
    }

    private sealed record Asked(DateOnly[] Days);

    private sealed record Row(DateOnly Day, string Code, Coding Group, short Place, KpiFigure Figure);
}
