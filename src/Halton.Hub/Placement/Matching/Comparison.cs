namespace Halton.Hub.Placement.Matching;

/// <summary>Compares every home with what is wanted: those that fit by score, those that do not by distance. Words are made only for homes that are told.</summary>
internal static class Comparison
{
    /// <summary>Compares them.</summary>
    /// <param name="homes">All homes.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="most">How many to tell of each.</param>
    /// <param name="excludedToo">Whether to tell those that do not fit.</param>
    public static (List<HomeMatch> Matches, List<ExcludedHome> Excluded, int Fitting) Run(IndexedHome[] homes, Wanted wanted, MatchWeights weights, int most, bool excludedToo)
    {
        var (best, rest, fitting) = (new Best<(IndexedHome Home, double Score, double? Metres)>(most, Better), new Best<(IndexedHome Home, double? Metres)>(excludedToo ? most : 0, Nearer), 0);
        foreach (var home in homes)
        {
            var metres = wanted.MetresTo(home);
            if (Eligibility.Fits(wanted, home, metres))
            {
                fitting++;
                best.Offer((home, Scoring.Of(wanted, weights, home, metres), metres));
            }
            else if (excludedToo)
            {
                rest.Offer((home, metres));
            }
        }

        return (
            [.. best.InOrder().Select((one, i) => Tell(i + 1, wanted, weights, one.Home, one.Score, one.Metres))],
            [.. rest.InOrder().Select(one => new ExcludedHome(one.Home.Id, one.Home.LocationId, one.Home.Name, Metres(one.Metres), [.. Eligibility.Against(wanted, one.Home, one.Metres)]))],
            fitting);
    }

    private static int Better((IndexedHome Home, double Score, double? Metres) one, (IndexedHome Home, double Score, double? Metres) other) =>
        one.Score != other.Score ? other.Score.CompareTo(one.Score) : Nearer((one.Home, one.Metres), (other.Home, other.Metres));

    private static int Nearer((IndexedHome Home, double? Metres) one, (IndexedHome Home, double? Metres) other)
    {
        var byWay = (one.Metres ?? double.MaxValue).CompareTo(other.Metres ?? double.MaxValue);
        return byWay != 0 ? byWay : string.CompareOrdinal(one.Home.LocationId, other.Home.LocationId);
    }

    private static int? Metres(double? metres) => metres is { } way ? (int)Math.Round(way) : null;

    private static HomeMatch Tell(int rank, Wanted wanted, MatchWeights weights, IndexedHome home, double score, double? metres) => new()
    {
        Rank = rank,
        HomeId = home.Id,
        LocationId = home.LocationId,
        HomeName = home.Name,
        Available = wanted.BedsOf(home)!.Available!.Value,
        AsOf = home.AsOf!.Value,
        DistanceMetres = Metres(metres),
        OutOfBorough = home.LocalAuthority is null || home.LocalAuthority != wanted.Area,
        WeeklyPricePence = wanted.BedsOf(home)!.PricePence,
        Score = score,
        Parts = Scoring.Parts(wanted, weights, home, metres),
    };

    /// <summary>The first few of many in an order, without sorting the many.</summary>
    private sealed class Best<T>(int most, Comparison<T> order)
    {
        private readonly PriorityQueue<T, T> worstFirst = new(Comparer<T>.Create((one, other) => order(other, one)));

        public void Offer(T one)
        {
            if (worstFirst.Count < most)
            {
                worstFirst.Enqueue(one, one);
            }
            else if (most > 0 && order(one, worstFirst.Peek()) < 0)
            {
                worstFirst.DequeueEnqueue(one, one);
            }
        }

        public IEnumerable<T> InOrder() => worstFirst.UnorderedItems.Select(item => item.Element).Order(Comparer<T>.Create(order));
    }
}
