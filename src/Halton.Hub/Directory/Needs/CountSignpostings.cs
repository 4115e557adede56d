using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Needs;

/// <summary>
/// Counts the signpostings of all partners by one dimension: need (rolled up to its top term on demand), service, ward, channel, outcome or
/// month. Small counts are hidden by the rule of <see cref="SmallCounts"/>. Faults: DIMENSION_UNKNOWN and those of the period.
/// </summary>
public sealed class CountSignpostings(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    private const string Tops = """
        with recursive top as (
            select id as term, id, parent_id, name from directory.taxonomy_term
            union all
            select t.term, p.id, p.parent_id, p.name from top t join directory.taxonomy_term p on p.id = t.parent_id)
        """;

    private static readonly Dictionary<string, string> Groupings = new()
    {
        ["need"] = "select t.id::text, t.name, count(*) from directory.signposting s join directory.taxonomy_term t on t.id = s.need_id",
        ["top need"] = $"{Tops} select t.id::text, t.name, count(*) from directory.signposting s join top t on t.term = s.need_id and t.parent_id is null",
        ["service"] = "select t.id::text, t.name, count(*) from directory.signposting s left join directory.service t on t.id = s.service_id",
        ["ward"] = "select s.ward, null, count(*) from directory.signposting s",
        ["channel"] = "select s.channel, null, count(*) from directory.signposting s",
        ["outcome"] = "select s.outcome, null, count(*) from directory.signposting s",
        ["month"] = "select to_char(s.recorded_at at time zone 'Europe/London', 'YYYY-MM'), null, count(*) from directory.signposting s",
    };

    private static readonly Dictionary<string, (string? System, string None)> Wording = new()
    {
        ["service"] = (null, "Nothing was found"),
        ["ward"] = (DirectoryCodes.Ward, "No ward named"),
        ["channel"] = (DirectoryCodes.Channel, ""),
        ["outcome"] = (DirectoryCodes.Outcome, "No outcome yet"),
    };

    /// <summary>Answers them.</summary>
    public async Task<SignpostingCounts> Run(Call call, Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var check = new FieldChecks();
        var (from, until) = Period.Check(check, request.From, request.To, clock.Today());
        var grouping = request is { By: "need", TopNeeds: true } ? "top need" : request.By;
        check.That(request.By is not "top need" && Groupings.ContainsKey(grouping), "by", "DIMENSION_UNKNOWN", "One of need, service, ward, channel, outcome, month.");
        check.Settle();

        var groups = await Read(grouping, from, until, ct);
        var counts = groups.ConvertAll(g => g.Count);
        var hidden = SmallCounts.Hidden(counts);
        return new SignpostingCounts(
            [.. groups.Select((g, i) => new SignpostingCount(g.Key, Display(request.By, g.Key, g.Name), hidden[i] ? null : g.Count, hidden[i]))],
            SmallCounts.Total(counts, hidden),
            hidden.Contains(true));
    }

    private async Task<List<(string? Key, string? Name, int Count)>> Read(string grouping, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = account.Source.CreateCommand($"{Groupings[grouping]} where s.recorded_at >= $1 and s.recorded_at < $2 group by 1, 2 order by 2, 1");
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = until });
        await using var row = await command.ExecuteReaderAsync(ct);
        var groups = new List<(string?, string?, int)>();
        while (await row.ReadAsync(ct))
        {
            groups.Add((await row.IsDBNullAsync(0, ct) ? null : row.GetString(0), await row.IsDBNullAsync(1, ct) ? null : row.GetString(1), (int)row.GetInt64(2)));
        }

        return groups;
    }

    private string Display(string by, string? key, string? name)
    {
        var (system, none) = Wording.GetValueOrDefault(by);
        return key is null ? none : name ?? (system is null ? key : codes.Named(system, key).Display);
    }

    /// <summary>The request.</summary>
    /// <param name="From">First day, YYYY-MM-DD.</param>
    /// <param name="To">Last day, YYYY-MM-DD, at most three years after the first.</param>
    /// <param name="By">need, service, ward, channel, outcome or month.</param>
    /// <param name="TopNeeds">Whether needs are counted with the topmost of their broader terms.</param>
    public sealed record Request(string From, string To, string By, bool TopNeeds = false);
}
