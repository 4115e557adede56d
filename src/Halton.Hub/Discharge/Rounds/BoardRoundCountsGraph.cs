namespace Halton.Hub.Discharge.Rounds;

/// <summary>What a board round adds up to. Those without a pathway or a reason are counted under an empty code.</summary>
/// <param name="counts">The counts.</param>
public sealed class BoardRoundCountsGraph(RoundCounts counts)
{
    /// <summary>Everybody on the list.</summary>
    public int InHospital => counts.InHospital;

    /// <summary>Those who no longer meet the criteria to reside.</summary>
    public int NotMeetingCriteria => counts.NotMeetingCriteria;

    /// <summary>Everybody by ward.</summary>
    public IEnumerable<BoardRoundGroupGraph> Wards => counts.Wards.Select(Tell);

    /// <summary>Those who no longer meet the criteria, by pathway (P0 to P3).</summary>
    public IEnumerable<BoardRoundGroupGraph> Pathways => counts.Pathways.Select(Tell);

    /// <summary>The same by family of the reason for delay.</summary>
    public IEnumerable<BoardRoundGroupGraph> Families => counts.Families.Select(Tell);

    /// <summary>The same by owner of the reason for delay.</summary>
    public IEnumerable<BoardRoundGroupGraph> Owners => counts.Owners.Select(Tell);

    /// <summary>Everybody by length of stay: 7+, 14+ and 21+ nights; who is counted under 21+ is counted under 7+ too.</summary>
    public IEnumerable<BoardRoundGroupGraph> LengthsOfStay => counts.Stays.Select(Tell);

    private static BoardRoundGroupGraph Tell(RoundCounts.Group group) => new(group);
}
