using System.Text.RegularExpressions;

namespace Halton.Hub.Foundation;

/// <summary>A FHIR date: YYYY, YYYY-MM or YYYY-MM-DD, kept as precise as it was given.</summary>
public static partial class PartialDate
{
    /// <summary>Whether the text is a date of one of the three precisions, and the day exists.</summary>
    public static bool IsValid(string text) =>
        Shape().IsMatch(text) && DateOnly.TryParseExact((text + "-01-01")[..10], "yyyy-MM-dd", out var day) && day.Year >= 1850;

    /// <summary>The first day that the date can mean.</summary>
    public static DateOnly Earliest(string text) => DateOnly.ParseExact((text + "-01-01")[..10], "yyyy-MM-dd");

    [GeneratedRegex(@"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\z")]
    private static partial Regex Shape();
}
