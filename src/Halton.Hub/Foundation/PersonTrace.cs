using System.Text.RegularExpressions;

namespace Halton.Hub.Foundation;

/// <summary>
/// Finds in free text what could lead to a person: an NHS number, a telephone number, an e-mail address, a whole date, a year of birth or
/// a full postcode. It would rather refuse a harmless note than let a person through; clock times, prices and years in passing it knows.
/// </summary>
internal static partial class PersonTrace
{
    private const string Reason = "LOOKS_LIKE_A_PERSON";
    private const string Telephone = "a telephone number";

    /// <summary>Refuses text that could lead to a person, naming the kind; noting LOOKS_LIKE_A_PERSON.</summary>
    public static void Refuse(FieldChecks check, string? text, string field)
    {
        var found = text is null ? null : Find(text);
        check.That(found is null, field, Reason, $"This looks like {found}. Write nothing here that could lead to a person. Leave it out.");
    }

    /// <summary>Refuses a reference that could lead to a person; a long number is what references are, as long as it is no NHS number.</summary>
    public static void RefuseInReference(FieldChecks check, string? text, string field)
    {
        var found = text is null ? null : Find(text);
        check.That(found is null or Telephone, field, Reason, $"This looks like {found}. A reference leads to a case, never to a person. Use another.");
    }

    /// <summary>What the text seems to carry, or null.</summary>
    public static string? Find(string text)
    {
        var plain = DigitGroups.Plain(text);
        if (Spelled().IsMatch(plain) || Mail().IsMatch(plain))
        {
            return "an e-mail address";
        }

        if (NumericDates().IsMatch(plain) || WordyDates().IsMatch(plain) || Birth().IsMatch(plain))
        {
            return "a date of birth";
        }

        if (Postcodes().IsMatch(plain))
        {
            return "a postcode";
        }

        var untimed = ClockSpans().Replace(plain, "~");
        if (ThreeThreeFour().IsMatch(untimed) || DigitGroups.CarryNhsNumber(untimed))
        {
            return "an NHS number";
        }

        return Numbers().IsMatch(Passing().Replace(untimed, "~")) ? Telephone : null;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]\s*(@|\(\s*at\s*\)|\[\s*at\s*\])\s*[\p{L}\p{N}]", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    // "details at www.example.org" is no address of anybody.
    [GeneratedRegex(@"[\p{L}\p{N}]\s+at\s+(?!www\b)[a-z0-9-]+(\s*(\.|\(\s*dot\s*\)|\sdot\s)\s*[a-z0-9-]+)*\s*(\.|\(\s*dot\s*\)|\sdot\s)\s*(com|net|org|uk|co|eu|info|me|io|ie)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"(?<![0-9])((0?[1-9]|[12][0-9]|3[01])\s?([./-])\s?(0?[1-9]|[12][0-9]|3[01])\s?\3\s?([0-9]{4}|[0-9]{2})|(18|19|20)[0-9]{2}([./-])(0?[1-9]|1[0-2])\7(0?[1-9]|[12][0-9]|3[01]))(?![0-9])")]
    private static partial Regex NumericDates();

    [GeneratedRegex(
        @"(?<![0-9])[0-9]{1,2}(st|nd|rd|th)?\s*(of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,'’-]*([0-9]{4}|[0-9]{2})(?![0-9:])|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.-]*[0-9]{1,2}(st|nd|rd|th)?[\s,.'’-]+(18|19|20)[0-9]{2}(?![0-9])",
        RegexOptions.IgnoreCase)]
    private static partial Regex WordyDates();

    [GeneratedRegex(@"(\bborn\b|\bbirth(day)?\b|\bd\.?\s?o\.?\s?b\b|\bb\.)\D{0,20}[0-9]{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[a-z]{1,2}[0-9][a-z0-9]?\s{0,3}[0-9](?!am|pm|[ckm]m|kg)[a-z]{2}(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex Postcodes();

    [GeneratedRegex(@"(?<![0-9.])([01]?[0-9]|2[0-4])([.:][0-5][0-9])?\s*(-|–|to)\s*([01]?[0-9]|2[0-4])[.:][0-5][0-9](?![0-9]|[.:][0-9])")]
    private static partial Regex ClockSpans();

    [GeneratedRegex(@"(?<![0-9])[0-9]{3}[^\p{L}\p{N}]{0,3}[0-9]{3}[^\p{L}\p{N}]{0,3}[0-9]{4}(?![0-9])")]
    private static partial Regex ThreeThreeFour();

    [GeneratedRegex(@"(?<![0-9.])([0-9]{1,4}\.[0-9]{2}|([01]?[0-9]|2[0-3])[.:][0-5][0-9])(?![0-9]|\.[0-9])")]
    private static partial Regex Passing();

    [GeneratedRegex(@"[0-9]([ ._–—()/*|-]{0,3}[0-9]){6}")]
    private static partial Regex Numbers();
}
