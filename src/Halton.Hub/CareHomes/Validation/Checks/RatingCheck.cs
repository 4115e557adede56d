using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>03: CQC's ratings, the overall one and those of the five questions, and how long ago it looked.</summary>
internal static class RatingCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var home = known.Home;
        (string Name, string Rating)[] ratings =
        [
            ("overall", home.RatingOverall), ("safe", home.RatingSafe), ("effective", home.RatingEffective), ("caring", home.RatingCaring),
            ("responsive", home.RatingResponsive), ("well-led", home.RatingWellLed),
        ];
        var (inadequate, improve, none) = (Names(r => r == "inadequate"), Names(r => r == "requires-improvement"), Names(r => !CqcRatings.IsRating(r)));
        var months = known.Policy.InspectionMonths;
        return Finding.Of(
            "cqc",
            home.RatedOn ?? home.LastInspectionDate,
            $"Rated {home.RatingOverall} overall, and no question worse than good.",
            Mark.If(inadequate.Length > 0, CheckOutcome.Block, $"Inadequate: {inadequate}."),
            Mark.If(improve.Length > 0, CheckOutcome.Review, $"Requires improvement: {improve}.", "Look closely at each placement while CQC says that the home requires improvement."),
            Mark.If(none.Length > 0, CheckOutcome.Warn, $"No rating known: {none}.", "Look at the home's quality before placing: CQC's ratings are not complete."),
            Mark.If(home.LastInspectionDate is null, CheckOutcome.Warn, "No inspection is known.", Stale),
            Mark.If(home.LastInspectionDate?.AddMonths(months) < known.Today, CheckOutcome.Warn, $"The last inspection is more than {months} months ago.", Stale));

        string Names(Predicate<string> which) => string.Join(", ", ratings.Where(r => which(r.Rating)).Select(r => r.Name));
    }

    private const string Stale = "Look at the home's quality before placing: CQC has not inspected it of late.";
}
