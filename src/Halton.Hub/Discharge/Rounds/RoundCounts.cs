using Halton.Hub.Data;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>What a list adds up to. Each group holds whom it says and nobody is left out: those without a pathway or a reason are counted under an empty code.</summary>
/// <param name="InHospital">Everybody on the list.</param>
/// <param name="NotMeetingCriteria">Those who no longer meet the criteria to reside.</param>
/// <param name="Wards">By ward: all, and those who no longer meet the criteria.</param>
/// <param name="Pathways">Those who no longer meet the criteria, by pathway.</param>
/// <param name="Families">Those who no longer meet the criteria, by family of the reason for delay.</param>
/// <param name="Owners">The same by owner.</param>
/// <param name="Stays">All by how long: at least 7, 14 and 21 nights; who is counted under 21 is counted under 7 too.</param>
public sealed record RoundCounts(
    int InHospital,
    int NotMeetingCriteria,
    IReadOnlyList<RoundCounts.Group> Wards,
    IReadOnlyList<RoundCounts.Group> Pathways,
    IReadOnlyList<RoundCounts.Group> Families,
    IReadOnlyList<RoundCounts.Group> Owners,
    IReadOnlyList<RoundCounts.Group> Stays)
{
    /// <summary>Adds a list up.</summary>
    public static RoundCounts Of(BoardRound round, CodeSystems codes)
    {
        var all = round.Entries;
        var ready = all.Where(e => e.Discharge.MeetsCriteria == false).ToList();
        return new RoundCounts(
            all.Count,
            ready.Count,
            By(all, e => e.Discharge.Ward),
            By(ready, e => e.Discharge.Pathway ?? ""),
            By(ready, e => Said(e, "family")),
            By(ready, e => Said(e, "owner")),
            [.. BoardRoundEntry.Bands.Order().Select(band => new Group($"{band}+", all.Count(e => e.DaysIn >= band), all.Count(e => e.DaysIn >= band && e.Discharge.MeetsCriteria == false)))]);

        string Said(BoardRoundEntry entry, string property) => entry.Discharge.DelayReason is { } reason ? codes.Property(DischargeCodes.DelayReason, reason, property) ?? "" : "";
    }

    private static List<Group> By(IEnumerable<BoardRoundEntry> entries, Func<BoardRoundEntry, string> code) =>
        [.. entries.GroupBy(code).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new Group(same.Key, same.Count(), same.Count(e => e.Discharge.MeetsCriteria == false)))];

    /// <summary>One group.</summary>
    /// <param name="Code">Ward, pathway, family, owner or band.</param>
    /// <param name="Count">How many.</param>
    /// <param name="NotMeetingCriteria">How many of them no longer meet the criteria to reside.</param>
    public sealed record Group(string Code, int Count, int NotMeetingCriteria);
}
