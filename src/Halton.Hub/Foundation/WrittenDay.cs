using System.Globalization;

namespace Halton.Hub.Foundation;

/// <summary>How a day is written where it travels as text: YYYY-MM-DD, and nothing for none. <see cref="FieldChecks.OptionalDay"/> reads it.</summary>
internal static class WrittenDay
{
    /// <summary>Writes it.</summary>
    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
