using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Reads requests about capacity into the operations' own.</summary>
internal static class CapacityRequests
{
    /// <summary>Reads it.</summary>
    public static ReportCapacity.Request Read(ReportCapacityRequest r) => new(
        r.RequestId,
        r.CareHome,
        WireMoment.Read(r.AsOf, "as_of"),
        [.. r.Beds.Select(b => new ReportCapacity.Beds(WireCoding.Read(b.BedType), b.Maximum, b.Occupied, b.Reserved, b.Available))],
        r.AcceptingAdmissions,
        WireCoding.Read(r.ClosureReason),
        CareHomeRequests.Given(r.ClosedFrom),
        CareHomeRequests.Given(r.ClosedUntil),
        CareHomeRequests.Given(r.Etag));

    /// <summary>Reads the filters of a list.</summary>
    public static CapacityFilter Read(ListCapacityRequest r)
    {
        var check = new FieldChecks();
        check.That(r.Freshness.Count <= 4, "freshness", "TOO_MANY", "At most 4.");
        check.That(r.Freshness.All(f => f != Wire.Freshness.Unspecified && System.Enum.IsDefined(f)), "freshness", "CODE_UNKNOWN", "Never, fresh, ageing, stale.");
        check.Settle();
        return new CapacityFilter
        {
            LocalAuthority = CareHomeRequests.Given(r.LocalAuthority),
            BedType = CareHomeRequests.Given(r.BedType),
            AvailableOnly = r.AvailableOnly,
            Freshness = [.. r.Freshness.Select(f => (Freshness)((int)f - 1))],
            Near = CareHomeRequests.Given(r.Near),
            WithinMetres = r.WithinMetres,
        };
    }

    /// <summary>Reads it.</summary>
    public static ListCapacityHistory.Request Read(ListCapacityHistoryRequest r) => new(r.CareHome, CareHomeRequests.Given(r.BedType), WireMoment.Read(r.Since, "since"), r.PageSize, r.PageToken);

    /// <summary>Reads it.</summary>
    public static WatchCapacity.Request Read(WatchCapacityRequest r) => new(CareHomeRequests.Given(r.LocalAuthority), CareHomeRequests.Given(r.BedType), r.CareHomeIds, r.ResumeToken);
}
