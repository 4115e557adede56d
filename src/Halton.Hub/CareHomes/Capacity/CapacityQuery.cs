using Halton.Hub.CareHomes.Homes;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>The SQL of a list of capacity: by name, or from the index of places from the nearest outwards.</summary>
internal sealed class CapacityQuery
{
    private readonly NpgsqlBatchCommand command = new();
    private readonly List<string> where = [CapacitySql.Open];

    private CapacityQuery()
    {
    }

    /// <summary>Builds it.</summary>
    /// <param name="filter">The checked filter.</param>
    /// <param name="point">Where it is asked near.</param>
    /// <param name="own">Only the homes that this organisation speaks for.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="window">The window that is open or was the last.</param>
    /// <param name="policy">The policy on freshness.</param>
    /// <param name="now">The moment.</param>
    public static NpgsqlBatchCommand Of(
        CapacityFilter filter, double[]? point, string? own, Place? after, int limit, CapacityWindow window, FreshnessPolicy policy, DateTimeOffset now)
    {
        var query = new CapacityQuery();
        var (_, _) = (query.P(window.From), query.P(window.Until));
        query.Narrow(filter, own, query.P(policy.FreshFrom(now)), query.P(policy.KnownFrom(now)));
        var (key, order) = point is null ? query.ByName(after) : query.ByDistance(query.P(point), filter.WithinMetres, after);
        query.command.CommandText = $"select {CapacitySql.Columns}, {key} from {CapacitySql.From} where {string.Join(" and ", query.where)} order by {order} limit {query.P(limit)}";
        return query.command;
    }

    private void Narrow(CapacityFilter filter, string? own, string freshFrom, string knownFrom)
    {
        Add(own, "h.organization = {0}");
        Add(filter.LocalAuthority, "h.local_authority = {0}");
        Add(
            filter.BedType,
            "(exists (select from carehomes.declared_beds d where d.home_id = h.id and d.bed_type = {0}) or exists (select from carehomes.bed_capacity b where b.home_id = h.id and b.bed_type = {0}))");
        if (filter.AvailableOnly)
        {
            var ofKind = filter.BedType is null ? "" : $" and b.bed_type = {P(filter.BedType)}";
            where.Add($"r.accepting_admissions and r.as_of >= {knownFrom} and exists (select from carehomes.told_beds b where b.home_id = h.id and b.available > 0{ofKind})");
        }

        if (filter.Freshness.Count > 0)
        {
            where.Add($"({string.Join(" or ", filter.Freshness.Select(f => f switch
            {
                Freshness.Never => "r.as_of is null",
                Freshness.Fresh => $"r.as_of >= {freshFrom}",
                Freshness.Ageing => $"r.as_of >= {knownFrom} and r.as_of < {freshFrom}",
                _ => $"r.as_of < {knownFrom}",
            }))})");
        }
    }

    private (string Key, string Order) ByName(Place? after)
    {
        if (after is not null)
        {
            where.Add($"(h.name, h.id) > ({P(after.Name ?? "")}, {P(after.Id)})");
        }

        return ("null::float8", "h.name, h.id");
    }

    private (string Key, string Order) ByDistance(string point, int withinMetres, Place? after)
    {
        var key = $"h.place <-> cube({point}::float8[])";
        where.Add("h.place is not null");
        if (withinMetres > 0)
        {
            where.Add($"{key} <= {P(Globe.Chord(withinMetres))}");
        }

        if (after is not null)
        {
            where.Add($"({key}, h.id) > ({P(after.Chord ?? 0)}, {P(after.Id)})");
        }

        return (key, $"{key}, h.id");
    }

    private void Add(string? value, string condition)
    {
        if (value is not null)
        {
            where.Add(string.Format(null, condition, P(value)));
        }
    }

    private string P(object value)
    {
        command.Parameters.Add(new() { Value = value });
        return $"${command.Parameters.Count}";
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(string? Name, double? Chord, Guid Id);
}
