using GraphQL;
using Halton.Hub.Data;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>Everybody in a hospital or on a ward, with what a round over the list needs. FHIR: List of Encounters.</summary>
/// <param name="round">The round.</param>
/// <param name="words">Gives codes their wording.</param>
/// <param name="codes">Tells families and owners of reasons.</param>
/// <param name="clocks">How much time the clocks give.</param>
public sealed class BoardRoundGraph(BoardRound round, DischargeWordsGraph words, CodeSystems codes, DischargeClocks clocks)
{
    private const int AHospital = 450;

    /// <summary>ODS site code.</summary>
    public string Site => round.Site;

    /// <summary>Ward; absent for the whole site.</summary>
    public string? Ward => round.Ward;

    /// <summary>The day. FHIR: List.date.</summary>
    public DateOnly Date => round.Date;

    /// <summary>The moment that the list shows: now, or the end of a day that has passed.</summary>
    public DateTimeOffset AsOf => round.AsOf;

    /// <summary>By ward, the longest there first. FHIR: List.entry.</summary>
    [Metadata(Limits.LengthOfList, AHospital)]
    public IEnumerable<BoardRoundEntryGraph> Entries => round.Entries.Select(entry => new BoardRoundEntryGraph(entry, words, clocks));

    /// <summary>What the list adds up to.</summary>
    public BoardRoundCountsGraph Counts => new(RoundCounts.Of(round, codes));
}
