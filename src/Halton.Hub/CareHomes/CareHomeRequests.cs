using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;

namespace Halton.Hub.CareHomes;

/// <summary>Reads requests about homes into the operations' own.</summary>
internal static class CareHomeRequests
{
    /// <summary>Reads the filters of a list.</summary>
    public static CareHomeFilter Read(ListCareHomesRequest r) => new()
    {
        LocalAuthority = r.LocalAuthority.Given(),
        Name = r.Name.Given(),
        BedType = r.BedType.Given(),
        Capabilities = [.. r.Capabilities],
        Ratings = [.. r.Ratings],
        Near = r.Near.Given(),
        WithinMetres = r.WithinMetres == 0 ? null : r.WithinMetres,
        IncludeAll = r.IncludeAll,
    };

    /// <summary>Reads it.</summary>
    public static DeclareBeds.Request Read(DeclareBedsRequest r) => new(
        r.RequestId,
        r.CareHome,
        [.. r.Beds.Select(b => new DeclareBeds.Bed(WireCoding.Read(b.BedType), b.Maximum, b.WeeklyPricePence))],
        [.. r.Capabilities.Select(c => new DeclareBeds.Able(WireCoding.Read(c.Code), c.HasMaxKg ? c.MaxKg : null))],
        r.Etag);
}
