using System.Globalization;

namespace Halton.Hub.Server.Commands;

/// <summary>Moments as the commands print them: UTC, to the second.</summary>
internal static class Moment
{
    /// <summary>The moment, or a dash for none.</summary>
    public static string Of(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
}
