using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Needs;

/// <summary>
/// Says where which needs found no service, and why, from the signpostings of all partners. Small counts are hidden by the rule of
/// <see cref="SmallCounts"/>. Faults: those of the period.
/// </summary>
public sealed class UnmetNeeds(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    private const string Sql = """
        select s.ward, t.id, t.name, s.unmet_reason, count(*)
        from directory.signposting s join directory.taxonomy_term t on t.id = s.need_id
        where s.service_id is null and s.recorded_at >= $1 and s.recorded_at < $2
        group by 1, 2, 3, 4 order by 1 nulls last, 3, 2, 4
        """;

    /// <summary>Answers them.</summary>
    public async Task<UnmetNeedsReport> Run(Call call, Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var check = new FieldChecks();
        var (from, until) = Period.Check(check, request.From, request.To, clock.Today());
        check.Settle();
        var needs = (await Read(from, until, ct)).GroupBy(r => (r.Ward, r.Need, r.Name)).ToList();
        var counts = needs.ConvertAll(need => need.Sum(r => r.Count));
        var hidden = SmallCounts.Hidden(counts);
        return new UnmetNeedsReport(
            [.. needs.Select((need, i) => new UnmetNeed(
                need.Key.Ward,
                need.Key.Ward is { } ward ? codes.Named(DirectoryCodes.Ward, ward).Display : "No ward named",
                need.Key.Need,
                need.Key.Name,
                hidden[i] ? null : counts[i],
                hidden[i],
                hidden[i] ? [] : Reasons([.. need])))],
            SmallCounts.Total(counts, hidden),
            hidden.Contains(true));
    }

    private List<UnmetNeedReason> Reasons(List<Row> rows)
    {
        var given = rows.TrueForAll(r => r.Count >= SmallCounts.Least);
        return rows.ConvertAll(r => new UnmetNeedReason(r.Reason, codes.Named(DirectoryCodes.UnmetReason, r.Reason).Display, given ? r.Count : null));
    }

    private async Task<List<Row>> Read(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = until });
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await row.ReadAsync(ct))
        {
            rows.Add(new Row(await row.IsDBNullAsync(0, ct) ? null : row.GetString(0), row.GetGuid(1), row.GetString(2), row.GetString(3), (int)row.GetInt64(4)));
        }

        return rows;
    }

    /// <summary>The request.</summary>
    /// <param name="From">First day, YYYY-MM-DD.</param>
    /// <param name="To">Last day, YYYY-MM-DD, at most three years after the first.</param>
    public sealed record Request(string From, string To);

    private sealed record Row(string? Ward, Guid Need, string Name, string Reason, int Count);
}
