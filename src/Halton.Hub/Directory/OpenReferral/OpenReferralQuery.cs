using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// Builds the one statement that finds a page of the open feed: how many fit in all, and the ids of this page. Services come in the order in
/// which they were taken up, which never changes, and none ever leaves, so that pages stay whole while services change.
/// </summary>
internal sealed class OpenReferralQuery
{
    private const string Days = "unnest({0}::date[]) day";
    private readonly List<NpgsqlParameter> values = [];
    private readonly List<string> where = ["not s.confidential"];

    /// <summary>Finds services.</summary>
    public static NpgsqlCommand OfServices(OpenReferralFilter filter, OpenReferralPaging paging, DateOnly today)
    {
        var query = new OpenReferralQuery();
        query.Narrow(filter, today, "true");
        return query.Page("s.id", "s.ordinal", "", paging);
    }

    /// <summary>Finds services at their places.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="today">The day in London.</param>
    /// <param name="middle">The middle of the postcode, when one was given.</param>
    public static NpgsqlCommand OfPlaces(OpenReferralFilter filter, OpenReferralPaging paging, DateOnly today, PostcodeArea? middle)
    {
        var query = new OpenReferralQuery();
        query.Narrow(filter, today, "(c.service_at_location_id is null or c.service_at_location_id = at.id)");
        if (middle is not null)
        {
            var (point, chord) = ($"directory.point({query.Value(middle.Latitude)}, {query.Value(middle.Longitude)})", $"directory.chord({query.Value(filter.Proximity!)})");
            query.where.Add($"at.place <@ cube_enlarge({point}, {chord}, 3) and cube_distance(at.place, {point}) <= {chord}");
        }

        return query.Page("at.id", "s.ordinal, at.id", "join directory.service_at_location at on at.service_id = s.id", paging);
    }

    private void Narrow(OpenReferralFilter filter, DateOnly today, string schedules)
    {
        Add(filter.Search, "exists (select from directory.service_words w where w.service_id = s.id and (w.search @@ websearch_to_tsquery('english', unaccent({0})) or lower(unaccent({0})) <% w.words))");
        Add(filter.TaxonomyTermId, """
            s.id in (
                with recursive narrower as (
                    select {0}::uuid as id union select t.id from directory.taxonomy_term t join narrower n on t.parent_id = n.id)
                select a.service_id from directory.attribute a join narrower n on n.id = a.taxonomy_term_id)
            """);
        Add(filter.TaxonomyId, "s.id in (select a.service_id from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where t.taxonomy_id = {0})");
        Add(filter.MinimumAge, "coalesce(s.minimum_age, 0) >= {0}");
        Add(filter.MaximumAge, "coalesce(s.maximum_age, 130) <= {0}");
        Add(filter.ModifiedAfter, "greatest(s.last_modified, o.last_modified) >= {0}");
        if (filter.Day is null && filter.StartTime is null && filter.EndTime is null)
        {
            return;
        }

        var open = string.Format(
            null,
            $"exists (select from directory.schedule c, {Days} where c.service_id = s.id and {schedules} and directory.open_between(c, day, {{1}}, {{2}}::time))",
            Value(DaysAhead(filter.Day, today)),
            Value(filter.StartTime ?? TimeOnly.MinValue),
            // PostgreSQL's day ends at 24:00, which TimeOnly cannot say.
            filter.EndTime is { } end ? Value(end) : "'24:00'");
        where.Add(open);
    }

    private static DateOnly[] DaysAhead(DayOfWeek? day, DateOnly today) =>
        [.. Enumerable.Range(0, 28).Select(today.AddDays).Where(d => day is null || d.DayOfWeek == day)];

    private void Add(object? value, string condition)
    {
        if (value is not null)
        {
            where.Add(string.Format(null, condition, Value(value)));
        }
    }

    private string Value(object value)
    {
        values.Add(new NpgsqlParameter { Value = value });
        return $"${values.Count}";
    }

    private NpgsqlCommand Page(string id, string order, string join, OpenReferralPaging paging)
    {
        var sql = $"""
            with hit as (
                select {id} as id, row_number() over (order by {order}) as place
                from directory.service s join directory.organization o on o.id = s.organization_id {join}
                where {string.Join(" and ", where)})
            select (select count(*) from hit), array(select id from hit order by place limit {Value(paging.PerPage)} offset {Value(paging.Before)})
            """;
        var command = new NpgsqlCommand(sql);
        command.Parameters.AddRange(values.ToArray());
        return command;
    }
}
