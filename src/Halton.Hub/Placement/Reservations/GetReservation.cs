using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Tells one reservation. Not found and not yours are the same fault: RESERVATION_NOT_FOUND.</summary>
public sealed class GetReservation(HubReads reads)
{
    /// <summary>Answers, after the look is on record.</summary>
    public async Task<ReservationState> Run(Call call, string? reservationId, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(reservationId, "reservation_id");
        check.Settle();
        var query = WalledBatch.Command($"{ReservationSql.Select} where r.id = $1 and r.{PlacementPolicy.Column(call.Caller)} = $2", id, call.Organization);
        var found = await reads.Look(call, query, ReservationSql.Read, r => r.Id, null, ct);
        return found is [var one] ? one : throw PlacementFaults.ReservationNotFound();
    }
}
