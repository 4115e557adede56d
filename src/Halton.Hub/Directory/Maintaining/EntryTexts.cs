using System.Text.RegularExpressions;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>Rules of the kinds of text that entries are made of. All of it is public, so none of it may carry an NHS number.</summary>
internal static partial class EntryTexts
{
    private const int LongestAddress = 500;

    extension(FieldChecks check)
    {
        /// <summary>Public words, or null, in several lines where that is fitting; noting CARRIES_NHS_NUMBER.</summary>
        public string? Words(string? value, string field, int longest, bool lines = false)
        {
            var text = check.OptionalText(value, field, longest, lines);
            check.That(text is null || !DigitGroups.CarryNhsNumber(text), field, "CARRIES_NHS_NUMBER", "This looks like an NHS number. Entries are public and name nobody.");
            return text;
        }

        /// <summary>Public words that must be there.</summary>
        public string NeededWords(string? value, string field, int longest, bool lines = false)
        {
            var text = check.Words(value, field, longest, lines);
            check.That(text is not null, field, "REQUIRED", "A value is required.");
            return text ?? "";
        }

        /// <summary>An absolute web address, http or https, or null; noting URL_INVALID.</summary>
        public string? Url(string? value, string field)
        {
            var text = check.Words(value, field, LongestAddress);
            var absolute = text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0, UserInfo: "" });
            check.That(absolute, field, "URL_INVALID", "Write a whole web address that begins with https:// or http://.");
            return text;
        }

        /// <summary>A plausible e-mail address, or null; noting EMAIL_INVALID.</summary>
        public string? Email(string? value, string field)
        {
            var text = check.Words(value, field, 254);
            check.That(text is null || EmailShape().IsMatch(text), field, "EMAIL_INVALID", "Write an e-mail address such as desk@example.org.");
            return text;
        }

        /// <summary>A telephone number as it is dialled in the United Kingdom, 10 or 11 digits; noting PHONE_INVALID.</summary>
        public string Phone(string? value, string field)
        {
            var text = check.Text(value, field, 30);
            var dialled = Abroad().Replace(text, "0");
            var digits = string.Concat(dialled.Where(char.IsAsciiDigit));
            check.That(text.Length == 0 || (PhoneShape().IsMatch(dialled) && digits is ['0', ..] && digits.Length is 10 or 11), field, "PHONE_INVALID", "A United Kingdom number of 10 or 11 digits, for example 0151 496 0123.");
            return dialled;
        }

        /// <summary>An identifier given in a list; null, noting NOT_A_UUID, when it is none.</summary>
        public Guid? Reference(string? value, string field)
        {
            var id = check.Id(value, field);
            return Guid.TryParseExact(value, "D", out _) ? id : null;
        }

        /// <summary>The first and last day of something, either or both left out; noting VALID_TO_BEFORE_FROM.</summary>
        public (DateOnly? From, DateOnly? To) Validity(string? from, string? to, string path)
        {
            var (first, last) = (check.OptionalDay(from, $"{path}.valid_from"), check.OptionalDay(to, $"{path}.valid_to"));
            check.That(first is null || last is null || first <= last, $"{path}.valid_to", "VALID_TO_BEFORE_FROM", "The last day is before the first.");
            return (first, last);
        }

        /// <summary>A list that is not longer than it may be; noting TOO_MANY. What is too much is not read.</summary>
        public IEnumerable<(T Item, string Path)> Each<T>(IReadOnlyList<T> items, string field, int most)
        {
            check.That(items.Count <= most, field, "TOO_MANY", $"At most {most}.");
            return items.Take(most).Select((item, i) => (item, $"{field}[{i}]"));
        }

        /// <summary>Notes DUPLICATE on what was named before.</summary>
        public bool Once<T>(HashSet<T> seen, T item, string path) => check.That(seen.Add(item), path, "DUPLICATE", "Named twice.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"\A(\+|00)44[ .-]*(\(0\))?[ .-]*")]
    private static partial Regex Abroad();

    [GeneratedRegex(@"\A[0-9 ()./-]+\z")]
    private static partial Regex PhoneShape();
}
