using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A kind of bed that a home says it has.</summary>
/// <param name="beds">The kind.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class DeclaredBedsGraph(DeclaredBeds beds, CareHomeWordsGraph words)
{
    /// <summary>Hub code system bed-type.</summary>
    public CodingGraph BedType => words.Code(CareHomeCodes.BedType, beds.BedType);

    /// <summary>How many.</summary>
    public int Maximum => beds.Maximum;

    /// <summary>What a week costs, in pence; absent when the home does not say.</summary>
    public int? WeeklyPricePence => (int?)beds.WeeklyPricePence;
}
