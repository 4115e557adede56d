using Npgsql;

namespace Halton.Hub.Directory.Finding;

/// <summary>
/// The statement of a search, put together from constant pieces; everything that a caller wrote is a parameter. By distance it walks the
/// index of places from the nearest outwards; by relevance it takes what the word index finds and scores that.
/// </summary>
internal sealed class ServiceQuery
{
    private readonly List<NpgsqlParameter> parameters = [];
    private readonly List<string> where = [];
    private readonly ServiceOrder order;
    private readonly string? point;
    private string from = "directory.service s";
    private string metres = "null::float8";
    private string parts = "";
    private string key;

    private ServiceQuery(CheckedFilter filter)
    {
        order = filter.Order;
        point = filter.Latitude is { } latitude ? $"(select directory.point({P(latitude)}, {P(filter.Longitude)}))" : null;
        key = order switch { ServiceOrder.Relevance => Relevance(filter), ServiceOrder.Distance => Distance(), _ => "s.name" };
        Narrow(filter);
    }

    /// <summary>
    /// The statement of a page. How long it is stands in the text: of a parameter the planner thinks too much to keep its plan, and making
    /// one takes longer than finding what is nearest.
    /// </summary>
    public static NpgsqlCommand Page(CheckedFilter filter, Place? after, int limit)
    {
        var query = new ServiceQuery(filter);
        query.After(after);
        return query.Command(query.order switch
        {
            // The index gives the nearest first but knows no second key: everything as near as the last comes along, and the ids decide.
            ServiceOrder.Distance =>
                $"select {ServiceSql.Columns}, directory.metres(s.chord), s.chord from (select s.*, {query.key} as chord from {query.from}{query.Where()} order by {query.key} "
                + $"fetch first {limit} rows with ties) s order by s.chord, s.id limit {limit}",
            ServiceOrder.Relevance =>
                $"select {ServiceSql.Columns}, {query.metres}, {query.key}{query.parts} from {query.from}{query.Where()} order by {query.key} desc, s.id limit {limit}",
            _ => $"select {ServiceSql.Columns}, {query.metres}, null::float8 from {query.from}{query.Where()} order by s.name, s.id limit {limit}",
        });
    }

    /// <summary>The statement that counts everything that fits.</summary>
    public static NpgsqlCommand Count(CheckedFilter filter)
    {
        var query = new ServiceQuery(filter with { Order = ServiceOrder.Name });
        return query.Command($"select count(*) from {query.from}{query.Where()}");
    }

    private string Nearest => $"(select min(a.place <-> {point}) from directory.service_at_location a where a.service_id = s.id)";

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }

    private string Where() => where.Count == 0 ? "" : $" where {string.Join(" and ", where)}";

    private string Distance()
    {
        // Of several places of one service only the nearest counts.
        from = "directory.service_at_location a join directory.service s on s.id = a.service_id";
        where.Add($"not exists (select from directory.service_at_location o where o.service_id = a.service_id and (o.place <-> {point}, o.id) < (a.place <-> {point}, a.id))");
        return $"a.place <-> {point}";
    }

    private string Relevance(CheckedFilter filter)
    {
        var words = P(filter.Words ?? "");
        var text = filter.Words is null ? "0" : $"ts_rank(w.search, websearch_to_tsquery('english', unaccent({words})), 32)";
        var spelling = filter.Words is null ? "0" : $"word_similarity(lower(unaccent({words})), w.words)";
        var near = point is null ? "0" : $"coalesce(3000 / (3000 + directory.metres({Nearest})), 0)";
        var intake = "case s.intake when 'open' then 1.0 when 'waiting_list' then 0.33 else 0 end";
        var today = P(filter.Today);
        var assured = $"case when s.assured_date > {today} - 183 then 1.0 when s.assured_date > {today} - 365 then 0.5 else 0 end";
        string[] values = [text, spelling, near, intake, assured];
        from = "directory.service s join directory.service_words w on w.service_id = s.id cross join lateral (select "
            + string.Join(", ", values.Select((value, i) => $"({value})::float8 as p{i}")) + ") p";
        metres = point is null ? metres : $"directory.metres({Nearest})";
        parts = ", p.p0, p.p1, p.p2, p.p3, p.p4";
        return $"round(({string.Join(" + ", Ranking.Weights.Select((weight, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p.p{i} * {weight.Weight}")))})::numeric, 9)::float8";
    }

    private void Narrow(CheckedFilter filter)
    {
        if (filter.Words is { } words)
        {
            var asked = P(words);
            var index = order == ServiceOrder.Relevance ? "" : "w.service_id = s.id and ";
            var match = $"{index}(w.search @@ websearch_to_tsquery('english', unaccent({asked})) or lower(unaccent({asked})) <% w.words)";
            where.Add(order == ServiceOrder.Relevance ? match : $"exists (select from directory.service_words w where {match})");
        }

        if (point is not null)
        {
            var reach = $"directory.chord({P(filter.WithinMetres)})";
            where.Add(order == ServiceOrder.Distance ? $"a.place <-> {point} <= {reach}" : $"exists (select from directory.service_at_location a where a.service_id = s.id and a.place <-> {point} <= {reach})");
            // Whoever may not know where a confidential service is must not find out by measuring.
            where.Add("not s.confidential");
        }

        foreach (var term in filter.TermIds)
        {
            where.Add($"""
                exists (select from directory.attribute t where t.service_id = s.id and t.taxonomy_term_id in (
                    with recursive below as (select {P(term)}::uuid as id union all select c.id from directory.taxonomy_term c join below b on c.parent_id = b.id) select id from below))
                """);
        }

        Add(!filter.IncludeClosed, "s.status = 'active'");
        Add(filter.Accepting, "s.intake <> 'full'");
        Add(filter.Age is not null, "coalesce(s.minimum_age <= {0}, true) and coalesce(s.maximum_age >= {0}, true)", filter.Age);
        Add(filter.MaximumCost is not null, "not exists (select from directory.cost_option c where c.service_id = s.id and c.amount > {0})", filter.MaximumCost);
        Add(filter.OrganizationId is not null, "s.organization_id = {0}", filter.OrganizationId);
        Add(filter.MaintainedBy is not null, "s.maintained_by = {0}", filter.MaintainedBy);
        Add(filter.Language is not null, "exists (select from directory.language l where l.service_id = s.id and l.code = {0})", filter.Language);
        if (filter.Accessibility.Count > 0)
        {
            where.Add($"""
                exists (select from directory.service_at_location a where a.service_id = s.id
                    and {P(filter.Accessibility.ToArray())} <@ array(select f.accessibility from directory.accessibility f where f.location_id = a.location_id))
                """);
        }

        if (filter.Days.Count > 0)
        {
            where.Add($"""
                exists (select from directory.schedule c, unnest({P(filter.Days.ToArray())}) day
                    where c.service_id = s.id and directory.open_between(c, day, {P(filter.From)}, {P(filter.Until)}))
                """);
        }
    }

    private void After(Place? after)
    {
        if (after is not null)
        {
            // The key by relevance falls, the others rise.
            var value = order == ServiceOrder.Name ? P(after.Name) : P(after.Key);
            where.Add(order != ServiceOrder.Name
                ? $"({key} {(order == ServiceOrder.Relevance ? '<' : '>')} {value} or ({key} = {value} and s.id > {P(after.Id)}))"
                : $"({key}, s.id) > ({value}, {P(after.Id)})");
        }
    }

    private void Add(bool given, string condition, object? value = null)
    {
        if (given)
        {
            where.Add(value is null ? condition : string.Format(null, condition, P(value)));
        }
    }

    private string P(object? value)
    {
        parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return $"${parameters.Count}";
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(double? Key, string? Name, Guid Id);
}
