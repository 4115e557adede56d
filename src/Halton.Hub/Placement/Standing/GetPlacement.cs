using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>Tells one placement. Not found and not yours are the same fault: PLACEMENT_NOT_FOUND.</summary>
public sealed class GetPlacement(HubReads reads)
{
    /// <summary>The statement, by name for the test that takes the slice's own filter away.</summary>
    internal static readonly string Statement = $"{PlacementSql.Select} where p.id = $1 and {PlacementPolicy.Visible("$2")}";

    /// <summary>Answers, after the look is on record.</summary>
    public async Task<PlacementState> Run(Call call, string? placementId, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(placementId, "placement_id");
        check.Settle();
        var found = await reads.Look(call, WalledBatch.Command(Statement, id, call.Organization), PlacementSql.Read, p => p.Id, null, ct);
        return found is [var one] ? one : throw PlacementFaults.NotFound();
    }
}
