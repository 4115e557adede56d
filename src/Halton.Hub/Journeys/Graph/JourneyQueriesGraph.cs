using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Journeys.Graph;

/// <summary>What can be asked about journeys.</summary>
public sealed class JourneyQueriesGraph(GetJourney get, JourneyWordsGraph words)
{
    /// <summary>
    /// The way of one person through hospital, assessment, placement and community services, with what waits for whom now. Each kind of record is told to those who
    /// may list it: discharges need scope system/Encounter.s, referrals system/ServiceRequest.s, assessments system/QuestionnaireResponse.s, reservations and offers
    /// system/Task.s, placements system/EpisodeOfCare.s; what a scope is missing for is left out. NOT_FOUND: there is no record of the person that is yours to see.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="nhsNumber">NHS number. Finds records whose number is verified, or that the caller itself made; a care home finds what it has said yes to.</param>
    public async Task<JourneyGraph> Journey(IResolveFieldContext context, string nhsNumber)
    {
        var call = context.Call();
        return words.Tell(await get.Run(call, nhsNumber, context.Selects("resumeToken"), context.CancellationToken), call.Caller.Partner);
    }
}
