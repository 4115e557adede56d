namespace Halton.Hub.Tests.Placement;

/// <summary>
/// What callers saw of beds, and whether one order of events can explain it: each answer must fit some moment between its question and itself.
/// </summary>
internal sealed class BedHistory(int beds)
{
    private readonly List<Hold> holds = [];
    private readonly List<(long Asked, long Answered)> refusals = [];

    /// <summary>A bed was held: when it was asked for and answered, and when letting it go was asked for and answered.</summary>
    public void Held(int bed, long asked, long answered, long releaseAsked = long.MaxValue, long releaseAnswered = long.MaxValue) => holds.Add(new Hold(bed, asked, answered, releaseAsked, releaseAnswered));

    /// <summary>No bed could be had.</summary>
    public void Refused(long asked, long answered) => refusals.Add((asked, answered));

    /// <summary>What no order of events explains.</summary>
    public IEnumerable<string> Problems()
    {
        // From its answer to the question that lets it go, a hold surely stands.
        foreach (var ofOne in holds.GroupBy(h => h.Bed))
        {
            var ordered = ofOne.OrderBy(h => h.Answered).ToList();
            foreach (var (first, next) in ordered.Zip(ordered.Skip(1)))
            {
                if (next.Answered < first.ReleaseAsked && Sure(first, next))
                {
                    yield return $"bed {first.Bed} was held twice";
                }
            }
        }

        // A refusal needs a moment at which every bed may have been held.
        foreach (var (asked, answered) in refusals)
        {
            var moments = holds.Select(h => h.Asked).Where(at => at > asked && at < answered).Append(asked);
            if (!moments.Any(at => holds.Where(h => h.Asked <= at && h.ReleaseAnswered >= at).Select(h => h.Bed).Distinct().Count() == beds))
            {
                yield return $"nothing was to be had between {asked} and {answered}, though a bed was free all the time";
            }
        }
    }

    private static bool Sure(Hold one, Hold other) => Math.Max(one.Answered, other.Answered) < Math.Min(one.ReleaseAsked, other.ReleaseAsked);

    private sealed record Hold(int Bed, long Asked, long Answered, long ReleaseAsked, long ReleaseAnswered);
}
