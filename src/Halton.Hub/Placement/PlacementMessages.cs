using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Halton.Hub.CareHomes;
using Halton.Hub.Data;
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
        StartedOn = Day(state.StartedOn),
        EndedOn = Day(state.EndedOn),
        EndReason = Code(PlacementCodes.EndReason, state.EndReason),
        HostNotifiedOn = Day(state.HostNotifiedOn),
        ReviewedOn = Day(state.ReviewedOn),
        ReviewDue = Day(state.ReviewDue),
        Etag = state.Etag,
        ChangedAt = state.ChangedAt.ToTimestamp(),
    };

    private Contracts.Fhir.V1.Coding? Code(string system, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var named = codes.Named(system, code);
        return new Contracts.Fhir.V1.Coding { System = named.System, Code = named.Code, Display = named.Display };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
