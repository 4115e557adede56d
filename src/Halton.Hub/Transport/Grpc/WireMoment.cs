using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.Grpc;

/// <summary>Reads a moment from a message. Fault: NOT_A_MOMENT.</summary>
internal static class WireMoment
{
    /// <summary>The moment; null when none was given.</summary>
    public static DateTimeOffset? Read(Timestamp? moment, string field)
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
