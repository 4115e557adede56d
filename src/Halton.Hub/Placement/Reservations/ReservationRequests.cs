using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Transport.Grpc;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Reads requests about reservations into the operations' own.</summary>
internal static class ReservationRequests
{
    /// <summary>Reads it.</summary>
    public static ReserveBed.Request Read(ReserveBedRequest r) => new(r.RequestId, r.AssessmentId, [.. r.CareHomes], r.Minutes);

    /// <summary>Reads it.</summary>
    public static ExtendReservation.Request Read(ExtendReservationRequest r) => new(r.RequestId, r.ReservationId, r.Minutes, r.Etag);

    /// <summary>Reads it.</summary>
    public static ReleaseBed.Request Read(ReleaseBedRequest r) => new(r.RequestId, r.ReservationId, WireCoding.Read(r.Reason), r.Etag);

    /// <summary>Reads the filters of a list.</summary>
    public static ReservationFilter Read(ListReservationsRequest r) => new()
    {
        DischargeId = r.DischargeId.Given(),
        CareHome = r.CareHome.Given(),
        IncludeEnded = r.IncludeEnded,
    };
}
