namespace Halton.Hub.Placement.Assessments;

/// <summary>Whether somebody can be placed on an assessment: no home disputes it, and it is in date.</summary>
internal static class AssessmentUse
{
    /// <summary>Demands it. Faults: ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE.</summary>
    public static void Demand(string? disputeReason, DateTimeOffset validUntil, DateTimeOffset now)
    {
        if (disputeReason is not null)
        {
            throw PlacementFaults.Disputed();
        }

        if (now >= validUntil)
        {
            throw PlacementFaults.OutOfDate();
        }
    }
}
