using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Capacity;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Tells reservations in the words of the placement service.</summary>
public sealed class ReservationMessages(PlacementMessages words)
{
    /// <summary>Tells a reservation.</summary>
    public Wire.Reservation Tell(ReservationState state) => new()
    {
        ReservationId = state.Id.ToString(),
        AssessmentId = state.AssessmentId.ToString(),
        DischargeId = state.StayId.ToString(),
        CareHomeId = state.HomeId.ToString(),
        LocationId = state.LocationId,
        CareHomeName = state.HomeName,
        BedType = words.Code(CareHomeCodes.BedType, state.BedType),
        BedNumber = state.BedNumber,
        State = state.State switch
        {
            BedHold.Held => Wire.ReservationState.Held,
            BedHold.Released => Wire.ReservationState.Released,
            BedHold.Expired => Wire.ReservationState.Expired,
            _ => Wire.ReservationState.Admitted,
        },
        HeldAt = state.HeldAt.ToTimestamp(),
        HeldUntil = state.HeldUntil.ToTimestamp(),
        LongestUntil = state.LongestUntil.ToTimestamp(),
        EndedAt = state.EndedAt?.ToTimestamp(),
        ReleaseReason = words.Code(PlacementCodes.ReleaseReason, state.ReleaseReason),
        Assessor = state.Assessor,
        Council = state.Council ?? "",
        Trust = state.Trust,
        Etag = state.Etag,
        ChangedAt = state.ChangedAt.ToTimestamp(),
    };
}
