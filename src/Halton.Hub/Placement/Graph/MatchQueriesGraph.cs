using GraphQL;
using Halton.Hub.Placement.Matching;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be asked about homes that fit.</summary>
public sealed class MatchQueriesGraph(MatchHomes match, ListReturnCandidates returns, PlacementWordsGraph words)
{
    /// <summary>
    /// Compares all homes with what a person needs: those that fit in order, each with the parts of its score, and on request those that do not.
    /// FAILED_PRECONDITION: ASSESSMENT_OUT_OF_DATE, ASSESSMENT_DISPUTED. UNAVAILABLE: INDEX_NOT_READY. Needs scope system/Location.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="assessmentId">The hub's id of the assessment, a UUID.</param>
    /// <param name="first">At most this many homes, from 1 to 100.</param>
    /// <param name="includeExcluded">Whether to tell the homes that do not fit too, as many, the nearest first.</param>
    public async Task<HomeMatchesGraph> MatchHomes(IResolveFieldContext context, [Id] string assessmentId, int first = 20, bool includeExcluded = false) =>
        new(await match.Run(context.Call(), assessmentId, first, includeExcluded, context.CancellationToken));

    /// <summary>
    /// People whom the council has placed outside its area and whose needs a home inside, with a bed known to be free, can meet now.
    /// INVALID_ARGUMENT: PAGE_TOKEN_INVALID. UNAVAILABLE: INDEX_NOT_READY. Needs scope system/EpisodeOfCare.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    public async Task<ReturnCandidateConnectionGraph> ReturnCandidates(IResolveFieldContext context, int first = 20, string? after = null) =>
        new(await returns.Run(context.Call(), first, after, context.CancellationToken), words);
}
