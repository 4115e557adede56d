using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement;

/// <summary>Tells placements in the words of the placement service; codes get their wording here.</summary>
public sealed class PlacementMessages(CodeSystems codes)
{
    /// <summary>Tells a placement.</summary>
    public Wire.Placement Tell(PlacementState state) => new()
    {
        PlacementId = state.Id.ToString(),
        Council = state.Council,
        CaseReference = state.CaseReference,
        NhsNumber = state.NhsNumber ?? "",
        CareHomeId = state.HomeId.ToString(),
        LocationId = state.LocationId,
        CareHomeName = state.HomeName,
        OutOfBorough = state.OutOfBorough,
        BedType = Code(CareHomeCodes.BedType, state.BedType),
        OutOfAreaReason = Code(PlacementCodes.OutOfAreaReason, state.OutOfAreaReason),
        StartedOn = WrittenDay.Of(state.StartedOn),
        EndedOn = WrittenDay.Of(state.EndedOn),
        EndReason = Code(PlacementCodes.EndReason, state.EndReason),
        HostNotifiedOn = WrittenDay.Of(state.HostNotifiedOn),
        ReviewedOn = WrittenDay.Of(state.ReviewedOn),
        ReviewDue = WrittenDay.Of(state.ReviewDue),
        Etag = state.Etag,
        ChangedAt = state.ChangedAt.ToTimestamp(),
        DischargeId = state.StayId?.ToString() ?? "",
        AssessmentId = state.AssessmentId?.ToString() ?? "",
        OfferId = state.OfferId?.ToString() ?? "",
    };

    /// <summary>A code with its latest wording; null when there is none.</summary>
    internal Contracts.Fhir.V1.Coding? Code(string system, string? code) => WireCoding.Tell(codes, system, code);
}
