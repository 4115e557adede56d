namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>The right rows of an extract by home, in whatever order the extract has them: a home's return is one, however its rows lie apart.</summary>
internal sealed class FeedContents(FeedLimits limits)
{
    private readonly Dictionary<string, List<FeedRow>> homes = new(StringComparer.Ordinal);
    private int rows;

    /// <summary>The homes, each with its rows.</summary>
    public IEnumerable<KeyValuePair<string, List<FeedRow>>> Homes => homes;

    /// <summary>Adds a row, or refuses it because of one before it. FeedBroken: TOO_MANY_ROWS.</summary>
    public void Add(FeedRow row, FeedReport report)
    {
        if (++rows > limits.MostRows)
        {
            throw new FeedBroken(row.At, null, "TOO_MANY_ROWS", $"At most {limits.MostRows} rows.");
        }

        if (!homes.TryGetValue(row.LocationId, out var before))
        {
            homes.Add(row.LocationId, [row]);
        }
        else if (before.Exists(r => r.BedType == row.BedType || r.BedType is null || row.BedType is null))
        {
            report.Refuse(row.At, "cqcid", "GIVEN_TWICE", "The home's beds of this kind stand in an earlier row.");
        }
        else if (before[0].Accepting != row.Accepting || before[0].ClosureReason != row.ClosureReason)
        {
            report.Refuse(row.At, "isacceptingadmissions", "CONTRADICTS_EARLIER_ROW", "An earlier row says otherwise of the same home.");
        }
        else
        {
            before.Add(row);
        }
    }
}
