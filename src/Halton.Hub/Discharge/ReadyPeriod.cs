using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// The current, or final, period of not meeting the criteria to reside, derived from the reviews. Source: NHS England, Discharge Ready
/// Date guidance: if the person meets the criteria again, the date is the start of the latest period.
/// </summary>
/// <param name="Meets">What the latest review found; null before the first.</param>
/// <param name="ReadySince">Start of the period; null while the person meets the criteria.</param>
/// <param name="LastReviewedAt">Moment of the latest review.</param>
public sealed record ReadyPeriod(bool? Meets, DateTimeOffset? ReadySince, DateTimeOffset? LastReviewedAt)
{
    /// <summary>Derives it from reviews in any order.</summary>
    public static ReadyPeriod Of(IEnumerable<CriteriaReview> reviews)
    {
        var period = new ReadyPeriod(null, null, null);
        foreach (var review in reviews.OrderBy(r => r.ReviewedAt).ThenBy(r => r.Id))
        {
            period = new ReadyPeriod(review.Meets, review.Meets ? null : period.ReadySince ?? review.ReviewedAt, review.ReviewedAt);
        }

        return period;
    }

    /// <summary>The Discharge Ready Date; null while the criteria are met, and for a stay that ended without a night.</summary>
    public DateOnly? ReadyDate(DateTimeOffset admittedAt, DateTimeOffset? dischargedAt) =>
        ReadySince is not { } since || (dischargedAt is { } left && LondonTime.Day(left) == LondonTime.Day(admittedAt)) ? null : LondonTime.Day(since);
}
