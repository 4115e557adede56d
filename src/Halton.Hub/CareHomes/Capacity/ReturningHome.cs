using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What must be known of a home before a return of it is taken.</summary>
internal sealed record ReturningHome
{
    private const string Columns = """
        select h.id, h.location_id, h.name, h.organization, h.local_authority, h.is_care_home, h.registration_status, h.registration_date,
            array(select d.bed_type from carehomes.declared_beds d where d.home_id = h.id order by d.bed_type), r.as_of, r.version,
            exists (select from carehomes.capacity_history c where c.home_id = h.id and c.received_at >= $1 and c.received_at < $2),
            h.local_authority = (select o.local_authority from access.organization o where o.code = carehomes.caller())
        from carehomes.care_home h left join carehomes.capacity_return r on r.home_id = h.id
        """;

    public required Guid Id { get; init; }

    public required string LocationId { get; init; }

    public required string Name { get; init; }

    public string? Organization { get; init; }

    public string? LocalAuthority { get; init; }

    public required bool IsCareHome { get; init; }

    public required string RegistrationStatus { get; init; }

    public DateOnly? RegistrationDate { get; init; }

    /// <summary>Kinds of bed that the home has declared.</summary>
    public required IReadOnlyList<string> Declared { get; init; }

    /// <summary>The moment of the return that is known.</summary>
    public DateTimeOffset? KnownAsOf { get; init; }

    /// <summary>Its version.</summary>
    public int? Version { get; init; }

    /// <summary>Whether a return was taken in the latest window.</summary>
    public required bool Returned { get; init; }

    /// <summary>Whether the home lies in the area of the council that calls.</summary>
    public required bool InCallersArea { get; init; }

    /// <summary>The home that a request names by the hub's id or by CQC location id: one or none.</summary>
    public static NpgsqlBatchCommand Named(string reference, CapacityWindow window) => Guid.TryParseExact(reference, "D", out var id)
        ? WalledBatch.Command($"{Columns} where h.id = $3", window.From, window.Until, id)
        : WalledBatch.Command($"{Columns} where h.location_id = $3", window.From, window.Until, reference);

    /// <summary>Lets returns of one home take their turns, however each names it.</summary>
    public static NpgsqlBatchCommand Turn(string reference) => WalledBatch.Command(
        "select pg_advisory_xact_lock(hashtextextended('capacity ' || h.id, 0)) from carehomes.care_home h where h.location_id = $1 or h.id = $2",
        reference,
        Guid.TryParseExact(reference, "D", out var id) ? id : Guid.Empty);

    /// <summary>The homes that an extract names by CQC location id.</summary>
    public static NpgsqlBatchCommand Named(string[] locations, CapacityWindow window) =>
        WalledBatch.Command($"{Columns} where h.location_id = any ($3)", window.From, window.Until, locations);

    /// <summary>Reads a row.</summary>
    public static ReturningHome Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        LocationId = row.GetString(1),
        Name = row.GetString(2),
        Organization = row.TextAt(3),
        LocalAuthority = row.TextAt(4),
        IsCareHome = row.GetBoolean(5),
        RegistrationStatus = row.GetString(6),
        RegistrationDate = row.ValueAt<DateOnly>(7),
        Declared = row.GetFieldValue<string[]>(8),
        KnownAsOf = row.ValueAt<DateTimeOffset>(9),
        Version = row.ValueAt<int>(10),
        Returned = row.GetBoolean(11),
        InCallersArea = !row.IsDBNull(12) && row.GetBoolean(12),
    };

    /// <summary>What is known of the home's capacity once it has made a return.</summary>
    public CapacityState After(NewReturn made, string source, int version, DateTimeOffset now, CapacityWindow window, FreshnessPolicy policy) => CapacityState.Known(
        new CapacityState
        {
            HomeId = Id,
            LocationId = LocationId,
            Name = Name,
            Organization = Organization,
            LocalAuthority = LocalAuthority,
            Freshness = policy.Of(made.AsOf, now),
            AsOf = made.AsOf,
            ReceivedAt = now,
            Source = source,
            AcceptingAdmissions = made.AcceptingAdmissions,
            ClosureReason = made.ClosureReason,
            ClosedFrom = made.ClosedFrom,
            ClosedUntil = made.ClosedUntil,
            Etag = CapacityEtag.Of(version),
            Beds = [.. made.Beds.OrderBy(b => b.BedType, StringComparer.Ordinal)],
            Kinds = [.. Declared.Union(made.Beds.Select(b => b.BedType)).Order(StringComparer.Ordinal)],
            ReturnedInWindow = RegistrationDate > window.Closes ? null : Returned || window.Holds(now),
        });
}
