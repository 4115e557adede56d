namespace Halton.Hub.CareHomes.Validation.Checks;

/// <summary>06: the latest quality assessment by a council (PAMMS). Not every council assesses, so none is no fault.</summary>
internal static class QualityCheck
{
    /// <summary>Checks it.</summary>
    public static Finding Of(Evidence known) => known.Assessment is not { } assessment
        ? Finding.Of(CheckOutcome.Info, "No quality assessment by a council is known.", "pamms")
        : Finding.Of(
            "pamms",
            assessment.AssessedOn,
            $"Assessed as {assessment.Overall}.",
            Mark.If(assessment.Overall == "poor", CheckOutcome.Block, "Assessed as poor."),
            Mark.If(assessment.Overall == "requires-improvement", CheckOutcome.Review, "Assessed as requiring improvement.", "Ask how far the home is with its plan of action before each placement."),
            Mark.If(assessment.Overall is not ("poor" or "requires-improvement" or "good" or "excellent"), CheckOutcome.Warn, "The latest assessment came to no rating.", "Look at the home's quality before placing: a council's assessment came to no rating."));
}
