using System.Globalization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>The etag of a discharge: opaque to partners, changed by every change.</summary>
internal static class DischargeEtag
{
    /// <summary>The etag of a version.</summary>
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"d{version}");

    /// <summary>One that must be given, except by a feed, whose sender's word counts whatever the record is: null then.</summary>
    public static string? Check(FieldChecks check, string? etag) => etag is null ? null : check.Text(etag, "etag", 20);

    /// <summary>Refuses a stale one.</summary>
    public static void Demand(Stay stay, string? etag)
    {
        if (etag is not null && etag != stay.Etag)
        {
            throw Fault.StaleEtag(stay.Etag);
        }
    }
}
