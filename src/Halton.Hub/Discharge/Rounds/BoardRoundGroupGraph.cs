namespace Halton.Hub.Discharge.Rounds;

/// <summary>One group of a board round.</summary>
/// <param name="group">The group.</param>
public sealed class BoardRoundGroupGraph(RoundCounts.Group group)
{
    /// <summary>Ward, pathway, family, owner or band.</summary>
    public string Code => group.Code;

    /// <summary>How many.</summary>
    public int Count => group.Count;

    /// <summary>How many of them no longer meet the criteria to reside.</summary>
    public int NotMeetingCriteria => group.NotMeetingCriteria;
}
