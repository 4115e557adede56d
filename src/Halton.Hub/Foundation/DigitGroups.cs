using System.Globalization;
using System.Text.RegularExpressions;

namespace Halton.Hub.Foundation;

/// <summary>Finds NHS numbers in free text, however they are grouped: 9990548609, 999 054 8609, 99905-48609, 9.9.9.0.5.4.8.6.0.9.</summary>
internal static partial class DigitGroups
{
    /// <summary>
    /// Whether neighbouring groups of digits make ten digits together that pass the modulus 11 check. Groups are neighbours when nothing
    /// but up to three signs stands between them; a colon, a comma and a slash part them, since times, lists and dates are full of those.
    /// </summary>
    public static bool CarryNhsNumber(string text)
    {
        foreach (Match run in Runs().Matches(Plain(text)))
        {
            var groups = Groups().Matches(run.Value);
            for (var first = 0; first < groups.Count; first++)
            {
                var digits = "";
                for (var next = first; next < groups.Count && digits.Length < 10; next++)
                {
                    digits += groups[next].Value;
                }

                if (NhsNumber.TryParse(digits, out _))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The text with digits of every script as 0 to 9, and without characters that nobody sees.</summary>
    public static string Plain(string text) => string.Concat(text
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));

    [GeneratedRegex(@"[0-9]([^\p{L}\p{N}:,/]{0,3}[0-9])*")]
    private static partial Regex Runs();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Groups();
}
