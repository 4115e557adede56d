namespace Halton.Hub.CareHomes.Validation;

/// <summary>Outcomes as codes.</summary>
internal static class CheckOutcomes
{
    /// <summary>The code of check-outcome.</summary>
    public static string Code(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Pass => "pass",
        CheckOutcome.Info => "info",
        CheckOutcome.Warn => "warn",
        CheckOutcome.Review => "review",
        CheckOutcome.Pending => "pending",
        _ => "block",
    };
}
