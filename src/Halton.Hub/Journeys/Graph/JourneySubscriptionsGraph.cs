using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Journeys.Graph;

/// <summary>What can be followed about journeys.</summary>
public sealed class JourneySubscriptionsGraph(WatchJourney watch)
{
    /// <summary>
    /// Tells which record of one person changed, exactly once and in commit order, of the kinds and records that the caller may see. NOT_FOUND: there is no record of
    /// the person that is yours to see. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE: RESYNC_REQUIRED (ask for the journey again, then begin with its token).
    /// RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE: DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs the scopes of journey.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="nhsNumber">NHS number, as for journey.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<JourneyChangeGraph> JourneyChanged(IResolveFieldContext context, string nhsNumber, string? resumeToken) =>
        context.Stream(watch.Run(context.Call(), nhsNumber, resumeToken, context.CancellationToken), item => new JourneyChangeGraph(item));
}
