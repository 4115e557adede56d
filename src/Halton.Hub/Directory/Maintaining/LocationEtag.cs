using System.Security.Cryptography;
using System.Text.Json;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>The etag of a place: a digest of all that its entry says, since places count no versions.</summary>
public static class LocationEtag
{
    /// <summary>The etag of a place that was loaded with its addresses and features.</summary>
    public static string Of(Location location)
    {
        object[] said =
        [
            location.OrganizationId, location.LocationType, location.Name, location.Description ?? "", location.Latitude ?? 0, location.Longitude ?? 0,
            location.ExternalIdentifier ?? "", location.ExternalIdentifierType ?? "", location.Addresses.OrderBy(a => a.Id), location.Accessibility.OrderBy(a => a.Id),
        ];
        return $"{location.Id:N}-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said))[..8])}";
    }
}
