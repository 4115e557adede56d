using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Directory;

/// <summary>Looks for people in what the directory answers: every seeded person's names, birth date, postcode and number.</summary>
internal sealed partial class PersonScan
{
    private readonly HashSet<string> names;
    private readonly HashSet<string> postcodes;

    private readonly HashSet<string> published;

    private PersonScan(string[] names, string[] postcodes, string[] published) =>
        (this.names, this.postcodes, this.published) = (names.ToHashSet(StringComparer.OrdinalIgnoreCase), postcodes.ToHashSet(StringComparer.OrdinalIgnoreCase), [.. published]);

    /// <summary>Learns who is in the database.</summary>
    public static async Task<PersonScan> Of(HubUnderTest hub) => new(
        await hub.Value<string[]>("select array_agg(distinct family) from discharge.patient"),
        await hub.Value<string[]>("select array_agg(distinct postal_code) from discharge.patient where postal_code is not null"),
        // Days on which homes were registered, rated and inspected are old, and nobody's.
        await hub.Value<string[]>("""
            select array_agg(distinct day::text) from carehomes.care_home, unnest(array[registration_date, deregistration_date, rated_on, last_inspection_date, registered_manager_absent_date]) as day
            where day is not null
            """));

    /// <summary>What of a person a text carries.</summary>
    public IEnumerable<string> Found(string text) =>
    [
        .. Ten().Matches(text).Where(m => NhsNumber.TryParse(string.Concat(m.Value.Where(char.IsAsciiDigit)), out _)).Select(m => $"an NHS number: {m.Value}"),
        .. Known(text, Word(), names).Select(name => $"a family name: {name}"),
        .. Known(text, Postcode(), postcodes).Select(code => $"a home postcode: {code}"),
        .. Day().Matches(text).Where(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) < 2020 && !published.Contains(m.Value)).Select(m => $"a date that may be one of birth: {m.Value}"),
    ];

    // An answer has thousands of words, so they are looked up where they stand.
    private static List<string> Known(string text, Regex words, HashSet<string> known)
    {
        var (found, lookup) = (new List<string>(), known.GetAlternateLookup<ReadOnlySpan<char>>());
        foreach (var word in words.EnumerateMatches(text))
        {
            if (lookup.TryGetValue(text.AsSpan(word.Index, word.Length), out var one))
            {
                found.Add(one);
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<![0-9a-fA-F.-])[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{4}(?![0-9a-fA-F.-])")]
    private static partial Regex Ten();

    [GeneratedRegex("[A-Za-z]{5,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b((?:18|19|20)[0-9]{2})-[0-9]{2}-[0-9]{2}\b")]
    private static partial Regex Day();
}
