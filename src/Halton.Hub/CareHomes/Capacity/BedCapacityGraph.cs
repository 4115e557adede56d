using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Beds of one kind. Occupied, reserved and available beds are never more than there are.</summary>
/// <param name="beds">The numbers.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class BedCapacityGraph(BedState beds, CareHomeWordsGraph words)
{
    /// <summary>Hub code system bed-type.</summary>
    public CodingGraph BedType => words.Code(CareHomeCodes.BedType, beds.BedType);

    /// <summary>Beds that there are.</summary>
    public int Maximum => beds.Maximum;

    /// <summary>Beds in use.</summary>
    public int Occupied => beds.Occupied;

    /// <summary>Vacant beds that are kept for somebody.</summary>
    public int Reserved => beds.Reserved;

    /// <summary>Vacant beds that can be had.</summary>
    public int Available => beds.Available;
}
