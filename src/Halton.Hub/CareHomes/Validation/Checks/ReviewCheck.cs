namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>12: the validation does not expire, and no review of somebody placed there is due, within thirty days.</summary>
internal static class ReviewCheck
{
    /// <summary>How many days before the day somebody should begin.</summary>
    public const int Ahead = 30;

    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known)
    {
        var soon = known.Today.AddDays(Ahead);
        var (expiry, review) = (known.Expiry, known.Placed.NextReviewDue);
        return expiry is null && review is null
            ? Finding.Of(CheckOutcome.Info, "Nothing to expire yet.", "hub")
            : Finding.Of(
                "hub",
                null,
                $"Nothing expires, and no review is due, within {Ahead} days.",
                Mark.If(expiry <= soon, CheckOutcome.Warn, $"The evidence round holds until {expiry:yyyy-MM-dd}.", $"Ask the host authority anew by {expiry:yyyy-MM-dd}."),
                Mark.If(review <= soon, CheckOutcome.Warn, $"A review is due by {review:yyyy-MM-dd}.", "Hold the reviews that are due."));
    }
}
