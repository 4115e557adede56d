using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>CQC's ratings, each a code of the hub's code system cqc-rating. What is not known is "unknown" and never taken for good.</summary>
/// <param name="home">The home.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CqcRatingsGraph(CareHome home, CareHomeWordsGraph words)
{
    /// <summary>The rating as a whole.</summary>
    public CodingGraph Overall => Rating(home.RatingOverall);

    /// <summary>Whether it is safe.</summary>
    public CodingGraph Safe => Rating(home.RatingSafe);

    /// <summary>Whether it is effective.</summary>
    public CodingGraph Effective => Rating(home.RatingEffective);

    /// <summary>Whether it is caring.</summary>
    public CodingGraph Caring => Rating(home.RatingCaring);

    /// <summary>Whether it is responsive.</summary>
    public CodingGraph Responsive => Rating(home.RatingResponsive);

    /// <summary>Whether it is well-led.</summary>
    public CodingGraph WellLed => Rating(home.RatingWellLed);

    /// <summary>Day of the report that the overall rating stands in.</summary>
    public DateOnly? RatedOn => home.RatedOn;

    private CodingGraph Rating(string code) => words.Code(CareHomeCodes.CqcRating, code);
}
