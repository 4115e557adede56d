using System.Globalization;
using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Asks to make a home's return.</summary>
public sealed class ReportCapacityInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>The moment that the numbers are true of, not in the future and not before that of the return that is known.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The numbers of every kind of bed that the home has, each once, at most 10. A kind that is left out is unknown from then on.</summary>
    public required IReadOnlyList<BedCapacityInputGraph> Beds { get; init; }

    /// <summary>Whether the home takes people in.</summary>
    public required bool AcceptingAdmissions { get; init; }

    /// <summary>Why it does not, hub code system closure-reason; required when it does not, refused when it does.</summary>
    public CodingInputGraph? ClosureReason { get; init; }

    /// <summary>First day of the closure.</summary>
    public DateOnly? ClosedFrom { get; init; }

    /// <summary>Last day of the closure.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>A return says how things are, so none is needed; when given, a stale one is refused.</summary>
    public string? Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ReportCapacity.Request Read() => new(
        RequestId,
        CareHome,
        AsOf.ToUniversalTime(),
        [.. Beds.Select(b => new ReportCapacity.Beds(b.BedType.Read(), b.Maximum, b.Occupied, b.Reserved, b.Available))],
        AcceptingAdmissions,
        ClosureReason?.Read(),
        ClosedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ClosedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Etag);
}
