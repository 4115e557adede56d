namespace Halton.Hub.Placement;

/// <summary>How long things last and how many there may be on the way to a placement. One row, changed by an operator.</summary>
public sealed class FlowPolicy
{
    /// <summary>Always true: there is one row.</summary>
    public bool OnlyRow { get; init; } = true;

    /// <summary>Hours for which an assessment holds.</summary>
    public int AssessmentHours { get; init; } = 72;

    /// <summary>Minutes for which a bed is held when nothing else is asked for.</summary>
    public int HoldMinutes { get; init; } = 24 * 60;

    /// <summary>Hours for which a bed can be held at most, counted from when it was first held.</summary>
    public int LongestHoldHours { get; init; } = 72;

    /// <summary>Hours for which a bed can be held at most once its home has said yes.</summary>
    public int AcceptedHoldHours { get; init; } = 168;

    /// <summary>Hours within which a home is to answer when nothing else is asked for.</summary>
    public int AnswerHours { get; init; } = 24;

    /// <summary>Beds that an organisation of assessors can hold at a time.</summary>
    public int MostHeld { get; init; } = 25;

    /// <summary>Days after a dispute by which the agreement is to be looked at again.</summary>
    public int AgreementReviewDays { get; init; } = 14;
}
