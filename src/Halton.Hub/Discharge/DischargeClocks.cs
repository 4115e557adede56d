namespace Halton.Hub.Discharge;

/// <summary>How much time the clocks of a discharge give. A row, changed by an operator; what a stay was promised stays with it.</summary>
/// <param name="Assessment">From the ward's referral to the start of the assessment. Source: Halton, Care Act assessments in hospital start within 24 hours.</param>
/// <param name="AssessmentWarning">So long before it runs out, little time is left.</param>
/// <param name="Discharge">From the allocation of a worker to the discharge. Source: Halton, about 7 days on average.</param>
/// <param name="DischargeWarning">So long before it runs out, little time is left.</param>
public sealed record DischargeClocks(TimeSpan Assessment, TimeSpan AssessmentWarning, TimeSpan Discharge, TimeSpan DischargeWarning)
{
    /// <summary>What holds until an operator says otherwise.</summary>
    public static DischargeClocks Usual { get; } = new(TimeSpan.FromHours(24), TimeSpan.FromHours(4), TimeSpan.FromDays(7), TimeSpan.FromDays(1));
}
