using GraphQL;
using Halton.Hub.Data;
using Halton.Hub.Discharge.Rounds;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge;

/// <summary>What can be asked about discharges.</summary>
public sealed class DischargeQueriesGraph(
    GetDischargeStatus getStatus, ListDischarges list, GetBoardRound boardRound, DischargeClockRules clocks, CodeSystems codes, DischargeWordsGraph words)
{
    /// <summary>How <c>node</c> finds a discharge.</summary>
    internal static readonly NodeType Node = new(
        DischargeGraph.Name,
        "care/Query.dischargeStatus",
        (context, id) => context.RequestServices!.GetRequiredService<DischargeQueriesGraph>().Find(context, id));

    /// <summary>
    /// Tells what is happening with one discharge, by NHS number (the open stay, else the latest) or by the hub's id; give exactly one. NOT_FOUND:
    /// there is none, or it is not yours to see. Needs scope system/Encounter.r.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="nhsNumber">NHS number. Finds a stay whose number is verified (status 01), or that the caller itself admitted.</param>
    /// <param name="dischargeId">The hub's id of the discharge, a UUID.</param>
    public async Task<DischargeGraph> DischargeStatus(IResolveFieldContext context, string? nhsNumber, [Id] string? dischargeId) =>
        words.Tell(await getStatus.Run(context.Call(), Only(nhsNumber, dischargeId), dischargeId, context.Selects(DischargeGraph.DetailFields), context.CancellationToken));

    /// <summary>
    /// Lists discharges that the caller may see, newest admission first. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another
    /// caller or another filter). Needs scope system/Encounter.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which discharges; absent means all open ones.</param>
    public async Task<DischargeConnectionGraph> Discharges(IResolveFieldContext context, int first = 20, string? after = null, DischargeFilterInputGraph? filter = null)
    {
        var page = await list.Run(
            context.Call(), filter?.Read() ?? new DischargeFilter(), first, after, context.Selects(DischargeGraph.DetailFields), context.CancellationToken);
        return new DischargeConnectionGraph(page, words);
    }

    /// <summary>
    /// Everybody in a hospital, or on a ward, whom the caller may see, with all that a board round needs; or as the list stood at the end of a day that has passed, by
    /// what is known today of that day. INVALID_ARGUMENT: IN_THE_FUTURE, TOO_MANY. Needs scope system/Encounter.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="site">ODS site code.</param>
    /// <param name="ward">Ward, the exact name; absent means the whole site.</param>
    /// <param name="date">The day, not in the future; absent means now.</param>
    public async Task<BoardRoundGraph> BoardRound(IResolveFieldContext context, string site, string? ward = null, DateOnly? date = null) =>
        new(await boardRound.Run(context.Call(), site, ward, WrittenDay.Of(date), context.CancellationToken), words, codes, clocks.Latest);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) =>
        words.Tell(await getStatus.Run(context.Call(), null, id.ToString(), context.Selects(DischargeGraph.DetailFields), context.CancellationToken));

    private static string? Only(string? nhsNumber, string? dischargeId) => nhsNumber is null || dischargeId is null
        ? nhsNumber
        : throw Fault.Invalid("nhs_number", "NOT_EXPECTED", "Ask by NHS number or by dischargeId, not by both.");
}
