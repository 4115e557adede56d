using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.Grpc;

namespace Halton.Hub.Placement;

/// <summary>Reads requests of the placement service into the operations' own.</summary>
internal static class PlacementRequests
{
    /// <summary>Reads it.</summary>
    public static RecordPlacement.Request Read(RecordPlacementRequest r) => new(
        r.RequestId, r.CaseReference, r.NhsNumber, r.CareHome, WireCoding.Read(r.BedType), WireCoding.Read(r.OutOfAreaReason), r.StartedOn, r.HostNotifiedOn, r.ReviewedOn);

    /// <summary>Reads it.</summary>
    public static RecordPlacementReview.Request Read(RecordPlacementReviewRequest r) => new(r.RequestId, r.PlacementId, r.ReviewedOn, r.Etag);

    /// <summary>Reads it.</summary>
    public static EndPlacement.Request Read(EndPlacementRequest r) => new(r.RequestId, r.PlacementId, r.EndedOn, WireCoding.Read(r.Reason), r.Etag);

    /// <summary>Reads the filters of a list.</summary>
    public static PlacementFilter Read(ListPlacementsRequest r)
    {
        var check = new FieldChecks();
        var filter = new PlacementFilter
        {
            CareHome = r.CareHome.Given(),
            OutOfBoroughOnly = r.OutOfBoroughOnly,
            ReviewDueBy = check.OptionalDay(r.ReviewDueBy, "review_due_by"),
            IncludeEnded = r.IncludeEnded,
        };
        check.Settle();
        return filter;
    }
}
