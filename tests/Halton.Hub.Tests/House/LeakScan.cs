using System.Text.RegularExpressions;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.House;

/// <summary>
/// Reads everything that the whole run wrote (logs, metrics, traces, error answers, database server logs) and looks for people. It runs by
/// itself after all other tests: HUB_TEST_OUTPUT names the folder.
/// </summary>
public sealed partial class LeakScan
{
    [Fact(Explicit = true)]
    public void No_NHS_number_and_no_seeded_name_is_in_anything_that_the_run_wrote()
    {
        var folder = Environment.GetEnvironmentVariable("HUB_TEST_OUTPUT")!;
        var files = System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        var names = Names();
        Assert.True(files.Sum(f => new FileInfo(f).Length) > 100_000, "The run wrote too little to be believed.");
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).SelectMany(line => Found(line, names).Select(what => $"{Path.GetFileName(file)}: {what}"))).Distinct().Take(20));
    }

    [Fact]
    public void The_scan_finds_a_number_and_a_name_that_are_there()
    {
        var names = Names();
        Assert.NotEmpty(Found("patient 999 054 8609 x", names));
        Assert.NotEmpty(Found("{\"n\":\"9990548609\"}", names));
        Assert.NotEmpty(Found($"Dear {names.First()},", names));
        Assert.Empty(Found("trace 01a20b521aba744cacdeeb3cd31ae352 took 1234567890123 ticks", names));
    }

    /// <summary>Seeded family names, and the one that tests give to people.</summary>
    private static HashSet<string> Names() =>
    [
        .. File.ReadLines(Path.Combine(HouseTests.Repository(), "seeds", "family_names.csv")).Skip(1).Select(line => line.Split(',')[0].Trim()).Where(name => name.Length > 4),
        "Zzyzxquill",
    ];

    private static IEnumerable<string> Found(string line, HashSet<string> names)
    {
        foreach (Match match in Digits().Matches(line))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (digits.StartsWith("999", StringComparison.Ordinal) && NhsNumber.TryParse(digits, out _))
            {
                yield return $"an NHS number (…{digits[6..]})";
            }
        }

        foreach (Match match in Words().Matches(line))
        {
            if (names.Contains(match.Value))
            {
                yield return $"a seeded name ({match.Value})";
            }
        }
    }

    [GeneratedRegex(@"(?<![0-9a-fA-F.])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9a-fA-F])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b[A-Z][a-z]{4,}\b")]
    private static partial Regex Words();
}
