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
        r.ClosedFrom.Given(),
        r.ClosedUntil.Given(),
        r.Etag.Given());

    /// <summary>Reads the filters of a list.</summary>
    public static CapacityFilter Read(ListCapacityRequest r)
    {
        var check = new FieldChecks();
        check.That(r.Freshness.Count <= 4, "freshness", "TOO_MANY", "At most 4.");
        check.That(r.Freshness.All(f => f != Wire.Freshness.Unspecified && System.Enum.IsDefined(f)), "freshness", "CODE_UNKNOWN", "Never, fresh, ageing, stale.");
        check.Settle();
        return new CapacityFilter
        {
            LocalAuthority = r.LocalAuthority.Given(),
            BedType = r.BedType.Given(),
            AvailableOnly = r.AvailableOnly,
            Freshness = [.. r.Freshness.Select(f => (Freshness)((int)f - 1))],
            Near = r.Near.Given(),
            WithinMetres = r.WithinMetres,
        };
    }

    /// <summary>Reads it.</summary>
    public static ListCapacityHistory.Request Read(ListCapacityHistoryRequest r) => new(r.CareHome, r.BedType.Given(), WireMoment.Read(r.Since, "since"), r.PageSize, r.PageToken);

    /// <summary>Reads it.</summary>
    public static WatchCapacity.Request Read(WatchCapacityRequest r) => new(r.LocalAuthority.Given(), r.BedType.Given(), r.CareHomeIds, r.ResumeToken);
}
