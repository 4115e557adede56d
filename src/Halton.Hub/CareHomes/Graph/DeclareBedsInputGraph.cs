using GraphQL;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to declare kinds of bed and capabilities; what is left out is no longer declared.</summary>
public sealed class DeclareBedsInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>The kinds of bed, each once, at most 10.</summary>
    public IReadOnlyList<DeclaredBedsInputGraph>? Beds { get; init; }

    /// <summary>The capabilities, each once, at most 7.</summary>
    public IReadOnlyList<CapabilityInputGraph>? Capabilities { get; init; }

    /// <summary>The home's etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal DeclareBeds.Request Read() => new(
        RequestId,
        CareHome,
        [.. (Beds ?? []).Select(b => new DeclareBeds.Bed(b.BedType.Read(), b.Maximum, b.WeeklyPricePence ?? 0))],
        [.. (Capabilities ?? []).Select(c => new DeclareBeds.Able(c.Code.Read(), c.MaxKg))],
        Etag);
}
