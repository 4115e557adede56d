using Google.Protobuf.WellKnownTypes;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Matching;

/// <summary>Tells how homes compare in the words of the placement service.</summary>
public sealed class MatchMessages(PlacementMessages placements)
{
    /// <summary>Tells a comparison.</summary>
    public static Wire.MatchHomesResponse Tell(HomeMatches found) => new()
    {
        Matches = { found.Matches.Select(Tell) },
        Excluded = { found.Excluded.Select(Tell) },
        Fitting = found.Fitting,
        Compared = found.Compared,
        AssessmentVersion = found.AssessmentVersion,
        WeightsVersion = found.WeightsVersion,
        AsOf = found.AsOf.ToTimestamp(),
    };

    /// <summary>Tells a page of people who could come back.</summary>
    public Wire.ListReturnCandidatesResponse Tell(ReturnCandidatePage page) => new()
    {
        Candidates = { page.Candidates.Select(c => new Wire.ReturnCandidate { Placement = placements.Tell(c.Placement), Homes = { c.Homes.Select(Tell) }, Words = c.Words }) },
        NextPageToken = page.NextPageToken,
    };

    private static Wire.Match Tell(HomeMatch match)
    {
        var told = new Wire.Match
        {
            Rank = match.Rank,
            CareHomeId = match.HomeId.ToString(),
            LocationId = match.LocationId,
            CareHomeName = match.HomeName,
            Available = match.Available,
            AsOf = match.AsOf.ToTimestamp(),
            OutOfBorough = match.OutOfBorough,
            WeeklyPricePence = match.WeeklyPricePence ?? 0,
            Score = match.Score,
            Parts = { match.Parts.Select(p => new Wire.ScorePart { Code = p.Code, Points = p.Points, Of = p.Of, Words = p.Words }) },
        };
        if (match.DistanceMetres is { } metres)
        {
            told.DistanceMetres = metres;
        }

        return told;
    }

    private static Wire.ExcludedHome Tell(ExcludedHome home)
    {
        var told = new Wire.ExcludedHome
        {
            CareHomeId = home.HomeId.ToString(),
            LocationId = home.LocationId,
            CareHomeName = home.HomeName,
            Reasons = { home.Reasons.Select(r => new Wire.ExclusionReason { Code = r.Code, Words = r.Words }) },
        };
        if (home.DistanceMetres is { } metres)
        {
            told.DistanceMetres = metres;
        }

        return told;
    }
}
