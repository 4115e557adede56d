using System.Globalization;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>The etag of a home's capacity: opaque to partners, changed by every return.</summary>
internal static class CapacityEtag
{
    /// <summary>The etag of a version; empty before the first return.</summary>
    public static string Of(int? version) => version is { } number ? string.Create(CultureInfo.InvariantCulture, $"c{number}") : "";
}
