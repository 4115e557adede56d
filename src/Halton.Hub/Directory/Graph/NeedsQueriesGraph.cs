using GraphQL;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>What can be asked about signpostings and needs.</summary>
public sealed class NeedsQueriesGraph(ListSignpostings list, CountSignpostings count, UnmetNeeds unmet, DirectoryTalkGraph talk)
{
    /// <summary>Signpostings that the caller sent or received, newest first. Needs scope system/Task.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which signpostings; absent means all.</param>
    public async Task<Connection<SignpostingGraph>> Signpostings(IResolveFieldContext context, int first = 20, string? after = null, SignpostingFilter? filter = null)
    {
        var page = await list.Run(context.Call(), filter ?? new SignpostingFilter(), first, after, context.CancellationToken);
        return new Connection<SignpostingGraph>(
            [.. page.Signpostings.Select(signposting => new Edge<SignpostingGraph>(new SignpostingGraph(signposting, talk), page.Cursor(signposting)))], page.NextPageToken.Length > 0);
    }

    /// <summary>How often people were pointed to services, by one dimension; small counts are hidden. Needs scope system/MeasureReport.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The period and the dimension.</param>
    public Task<SignpostingCounts> SignpostingCounts(IResolveFieldContext context, CountSignpostings.Request input) => count.Run(context.Call(), input, context.CancellationToken);

    /// <summary>Which needs found no service, by electoral ward; small counts are hidden. Needs scope system/MeasureReport.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The period.</param>
    public Task<UnmetNeedsReport> UnmetNeeds(IResolveFieldContext context, UnmetNeeds.Request input) => unmet.Run(context.Call(), input, context.CancellationToken);
}
