using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>How what is known of a home's capacity is read: the home, its latest return and the numbers in one row.</summary>
internal static class CapacitySql
{
    /// <summary>The home <c>h</c>, its return <c>r</c>; $1 and $2 are when the latest window opened and when it has closed.</summary>
    public const string Columns = """
        h.id, h.location_id, h.name, h.organization, h.local_authority, h.registration_date,
        r.as_of, r.received_at, r.source, r.accepting_admissions, r.closure_reason, r.closed_from, r.closed_until, r.version,
        coalesce(r.received_at >= $1 and r.received_at < $2, false)
            or exists (select from carehomes.capacity_history c where c.home_id = h.id and c.received_at >= $1 and c.received_at < $2),
        array(select d.bed_type from carehomes.declared_beds d where d.home_id = h.id union select b.bed_type from carehomes.bed_capacity b where b.home_id = h.id order by 1),
        n.kinds, n.maximum, n.occupied, n.reserved, n.available
        """;

    /// <summary>Where they come from.</summary>
    public const string From = """
        carehomes.care_home h left join carehomes.capacity_return r on r.home_id = h.id
        left join lateral (select array_agg(b.bed_type order by b.bed_type) as kinds, array_agg(b.maximum order by b.bed_type) as maximum,
            array_agg(b.occupied order by b.bed_type) as occupied, array_agg(b.reserved order by b.bed_type) as reserved,
            array_agg(b.available order by b.bed_type) as available from carehomes.told_beds b where b.home_id = h.id) n on true
        """;

    /// <summary>Homes that somebody may be cared for in, as far as CQC is concerned.</summary>
    public const string Open = "h.is_care_home and h.registration_status = 'Registered' and not h.dormant";

    /// <summary>Columns that <see cref="Read"/> takes.</summary>
    public const int Width = 21;

    /// <summary>Reads a row.</summary>
    public static CapacityState Read(NpgsqlDataReader row, FreshnessPolicy policy, CapacityWindow window, DateTimeOffset now)
    {
        DateTimeOffset? asOf = row.ValueAt<DateTimeOffset>(6);
        return CapacityState.Known(new CapacityState
        {
            HomeId = row.GetGuid(0),
            LocationId = row.GetString(1),
            Name = row.GetString(2),
            Organization = row.TextAt(3),
            LocalAuthority = row.TextAt(4),
            Freshness = policy.Of(asOf, now),
            AsOf = asOf,
            ReceivedAt = row.ValueAt<DateTimeOffset>(7),
            Source = row.TextAt(8),
            AcceptingAdmissions = row.ValueAt<bool>(9),
            ClosureReason = row.TextAt(10),
            ClosedFrom = row.ValueAt<DateOnly>(11),
            ClosedUntil = row.ValueAt<DateOnly>(12),
            Etag = CapacityEtag.Of(row.ValueAt<int>(13)),
            ReturnedInWindow = row.ValueAt<DateOnly>(5) > window.Closes ? null : row.GetBoolean(14),
            Kinds = row.GetFieldValue<string[]>(15),
            Beds = row.IsDBNull(16) ? [] : Beds(row),
        });
    }

    private static List<BedState> Beds(NpgsqlDataReader row)
    {
        var (maximum, occupied, reserved, available) = (row.GetFieldValue<int[]>(17), row.GetFieldValue<int[]>(18), row.GetFieldValue<int[]>(19), row.GetFieldValue<int[]>(20));
        return [.. row.GetFieldValue<string[]>(16).Select((kind, i) => new BedState(kind, maximum[i], occupied[i], reserved[i], available[i]))];
    }
}
