using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Insight;

/// <summary>
/// Tells the indicators of days as they are kept, with small counts hidden, to everyone alike: through the account that reaches nothing about a person. A day that was
/// not counted says so. Faults: KPI_UNKNOWN, IN_THE_FUTURE and those of periods.
/// </summary>
public sealed class GetKpis(PublicAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>A year and the day before it.</summary>
    public const int MostDays = 367;

    private const int DaysOpen = 8;

    private const string Kept = """
        select k.day, k.code, k.group_system, k.group_code, k.group_name, k.status, k.value::double precision, k.numerator, k.denominator, k.counted_at
        from insight.kpi k where k.day between coalesce($1, (select max(day) from insight.kpi where day <= $2)) and $2 and k.code = any ($3) order by k.day, k.code, k.place
        """;

    /// <summary>The indicators of one day.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="asOf">The day; absent means the latest that was counted.</param>
    /// <param name="wanted">Codes of the code system kpi; none means all.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<IReadOnlyList<Kpi>> OfDay(Call call, string? asOf, IReadOnlyList<string>? wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var (check, today) = (new FieldChecks(), clock.Today());
        var day = check.OptionalDay(asOf, "as_of");
        check.That(day is null || day <= today, "as_of", "IN_THE_FUTURE", "The day is still to come.");
        var kpis = Known(check, wanted);
        check.Settle();
        var kept = await Read(day, day ?? today, kpis, ct);
        return Told(day ?? (kept.Count > 0 ? kept[0].Day : today), kpis, kept.ToLookup(r => (r.Day, r.Code)));
    }

    /// <summary>The indicators of each day of a period, the earliest first.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, at most a year after the first.</param>
    /// <param name="wanted">Codes of the code system kpi; none means all.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<IReadOnlyList<Kpi>> OfPeriod(Call call, string? from, string? to, IReadOnlyList<string>? wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var (check, today) = (new FieldChecks(), clock.Today());
        var (first, last) = (check.Day(from, "from"), check.Day(to, "to"));
        check.That(last <= today, "to", "IN_THE_FUTURE", "The day is still to come.");
        check.That(first <= last, "to", "TO_BEFORE_FROM", "The last day is before the first.");
        check.That(last.DayNumber - first.DayNumber < MostDays, "to", "PERIOD_TOO_LONG", $"At most {MostDays} days.");
        var kpis = Known(check, wanted);
        check.Settle();
        var kept = (await Read(first, last, kpis, ct)).ToLookup(r => (r.Day, r.Code));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).SelectMany(i => Told(first.AddDays(i), kpis, kept))];
    }

    private static IReadOnlyList<KpiIndicator> Known(FieldChecks check, IReadOnlyList<string>? wanted)
    {
        var unknown = wanted?.Where(code => KpiIndicator.All.All(kpi => kpi.Code != code)).ToList() ?? [];
        check.That(unknown.Count == 0, "code", "KPI_UNKNOWN", $"Some of: {string.Join(", ", KpiIndicator.All.Select(kpi => kpi.Code))}.");
        return wanted is { Count: > 0 } ? [.. KpiIndicator.All.Where(kpi => wanted.Contains(kpi.Code))] : KpiIndicator.All;
    }

    private async Task<List<Row>> Read(DateOnly? from, DateOnly to, IReadOnlyList<KpiIndicator> kpis, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand(Kept);
        command.Parameters.Add(new Npgsql.NpgsqlParameter<DateOnly?> { TypedValue = from });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { Value = kpis.Select(kpi => kpi.Code).ToArray() });
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(new Row(
                row.GetFieldValue<DateOnly>(0),
                row.GetString(1),
                new Coding(row.GetString(2), row.GetString(3), row.GetString(4)),
                new KpiFigure(KpiWords.Status(row.GetString(5)), row.ValueAt<double>(6), row.ValueAt<int>(7), row.ValueAt<int>(8)),
                row.GetFieldValue<DateTimeOffset>(9)));
        }

        return rows;
    }

    private IReadOnlyList<Kpi> Told(DateOnly day, IReadOnlyList<KpiIndicator> kpis, ILookup<(DateOnly, string), Row> kept) => [.. kpis.Select(kpi =>
    {
        var rows = kept[(day, kpi.Code)].ToList();
        return new Kpi(
            codes.Named(KpiCodes.Kpi, kpi.Code),
            codes.Property(KpiCodes.Kpi, kpi.Code, KpiCodes.Definition) ?? "",
            kpi.Unit,
            day,
            kpi.From(day),
            rows is [var whole, ..] ? whole.Figure : new KpiFigure(KpiStatus.NotCounted),
            [.. rows.Skip(1).Select(row => new KpiGroup(row.Group, row.Figure))],
            rows is [{ CountedAt: var at }, ..] ? at : null,
            rows is not [var counted, ..] || counted.CountedAt < LondonTime.Start(day.AddDays(DaysOpen)));
    })];

    private sealed record Row(DateOnly Day, string Code, Coding Group, KpiFigure Figure, DateTimeOffset CountedAt);
}
