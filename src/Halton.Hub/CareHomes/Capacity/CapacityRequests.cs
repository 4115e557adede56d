using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Foundation;
using Wire = Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Reads requests about capacity into the operations' own.</summary>
internal static class CapacityRequests
{
    /// <summary>Reads it.</summary>
    public static ReportCapacity.Request Read(ReportCapacityRequest r) => new(
        r.RequestId,
        r.CareHome,
        Read(r.AsOf, "as_of"),
        [.. r.Beds.Select(b => new ReportCapacity.Beds(Read(b.BedType), b.Maximum, b.Occupied, b.Reserved, b.Available))],
        r.AcceptingAdmissions,
        Read(r.ClosureReason),
        Given(r.ClosedFrom),
        Given(r.ClosedUntil),
        Given(r.Etag));

    /// <summary>Reads the filters of a list.</summary>
    public static CapacityFilter Read(ListCapacityRequest r)
    {
        var check = new FieldChecks();
        check.That(r.Freshness.Count <= 4, "freshness", "TOO_MANY", "At most 4.");
        check.That(r.Freshness.All(f => f != Wire.Freshness.Unspecified && System.Enum.IsDefined(f)), "freshness", "CODE_UNKNOWN", "Never, fresh, ageing, stale.");
        check.Settle();
        return new CapacityFilter
        {
            LocalAuthority = Given(r.LocalAuthority),
            BedType = Given(r.BedType),
            AvailableOnly = r.AvailableOnly,
            Freshness = [.. r.Freshness.Select(f => (Freshness)((int)f - 1))],
            Near = Given(r.Near),
            WithinMetres = r.WithinMetres,
        };
    }

    /// <summary>Reads it.</summary>
    public static ListCapacityHistory.Request Read(ListCapacityHistoryRequest r) => new(r.CareHome, Given(r.BedType), Read(r.Since, "since"), r.PageSize, r.PageToken);

    /// <summary>Reads it.</summary>
    public static WatchCapacity.Request Read(WatchCapacityRequest r) => new(Given(r.LocalAuthority), Given(r.BedType), r.CareHomeIds, r.ResumeToken);

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static Coding? Read(Contracts.Fhir.V1.Coding? coding) => coding is null ? null : new Coding(coding.System, coding.Code);

    private static DateTimeOffset? Read(Timestamp? moment, string field)
    {
        if (moment is null)
        {
            return null;
        }

        // ToDateTimeOffset would throw on a timestamp that was never normalised, or that no calendar has.
        return moment.Nanos is >= 0 and < 1_000_000_000 && moment.Seconds is > -62_135_596_800 and < 253_402_300_800
            ? moment.ToDateTimeOffset()
            : throw Fault.Invalid(field, "NOT_A_MOMENT", "The timestamp is outside the calendar.");
    }
}
