using System.Globalization;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>The etag of a discharge: opaque to partners, changed by every change.</summary>
internal static class DischargeEtag
{
    /// <summary>The etag of a version.</summary>
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"d{version}");

    /// <summary>Refuses a stale one.</summary>
    public static void Demand(Stay stay, string? etag)
    {
        if (etag is not null && etag != stay.Etag)
        {
            throw Fault.StaleEtag(stay.Etag);
        }
    }
}
