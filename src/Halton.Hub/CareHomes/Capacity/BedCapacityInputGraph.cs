using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Beds of one kind as a home returns them. Occupied, reserved and available beds are never more than there are.</summary>
public sealed class BedCapacityInputGraph
{
    /// <summary>Hub code system bed-type; one that the home has declared, when it has declared any.</summary>
    public required CodingInputGraph BedType { get; init; }

    /// <summary>Beds that there are, 0 to 1000.</summary>
    public required int Maximum { get; init; }

    /// <summary>Beds in use.</summary>
    public required int Occupied { get; init; }

    /// <summary>Vacant beds that are kept for somebody.</summary>
    public required int Reserved { get; init; }

    /// <summary>Vacant beds that can be had.</summary>
    public required int Available { get; init; }
}
