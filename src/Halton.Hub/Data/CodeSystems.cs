using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// Every code system in memory, read from <c>codes.concept</c>. A reload replaces the whole of it at once, so that a caller on another
/// thread sees the old lists or the new ones, never a mixture.
/// </summary>
public sealed class CodeSystems
{
    private const int MostCodesNamed = 25;
    private volatile FrozenDictionary<string, FrozenDictionary<string, DatedCoding[]>> systems =
        FrozenDictionary<string, FrozenDictionary<string, DatedCoding[]>>.Empty;

    /// <summary>Reads all codes, at the start and again after the lists have changed.</summary>
    public async Task Load(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var read = source.CreateCommand("select system, code, display, valid_from, valid_to, properties::text from codes.concept order by valid_from desc");
        await using var row = await read.ExecuteReaderAsync(ct);
        var all = new List<DatedCoding>();
        while (await row.ReadAsync(ct))
        {
            var coding = new Coding(row.GetString(0), row.GetString(1), row.GetString(2));
            all.Add(new DatedCoding(coding, row.GetFieldValue<DateOnly>(3), row.ValueAt<DateOnly>(4), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(5))!));
        }

        systems = all.GroupBy(c => c.Coding.System).ToFrozenDictionary(
            system => system.Key,
            system => system.GroupBy(c => c.Coding.Code).ToFrozenDictionary(code => code.Key, code => code.ToArray(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>Finds a code that can be used on a day, with that day's wording.</summary>
    public bool TryFind(string system, string code, DateOnly day, [NotNullWhen(true)] out Coding? coding)
    {
        coding = Versions(system, code).FirstOrDefault(c => c.Holds(day))?.Coding;
        return coding is not null;
    }

    /// <summary>A code with its latest wording, for showing. A code that the lists no longer hold is shown without wording.</summary>
    public Coding Named(string system, string code) => Versions(system, code) is [var latest, ..] ? latest.Coding : new Coding(system, code);

    /// <summary>What a list says of a code besides its wording, in its latest version; null when it says nothing of that name.</summary>
    public string? Property(string system, string code, string name) => Versions(system, code) is [var latest, ..] ? latest.Properties.GetValueOrDefault(name) : null;

    /// <summary>Every code of a list that can be used on a day, in the order of the codes.</summary>
    public IReadOnlyList<Coding> Valid(string system, DateOnly day) => systems.TryGetValue(system, out var codes)
        ? [.. codes.Values.Select(versions => versions.FirstOrDefault(c => c.Holds(day))?.Coding).OfType<Coding>().OrderBy(coding => coding.Code, StringComparer.Ordinal)]
        : [];

    /// <summary>
    /// Checks a code that a request gave against the list and the day it is used for, noting REQUIRED, CODE_SYSTEM_UNKNOWN, CODE_UNKNOWN
    /// or CODE_NOT_VALID_THEN on the field. Without a system, the list's own is meant. The answer carries the list's wording, not the
    /// request's; it is null when nothing was given or something is wrong.
    /// </summary>
    public Coding? Check(FieldChecks check, string field, string system, Coding? given, DateOnly day, bool required)
    {
        if (given is null or { System: "", Code: "" })
        {
            check.That(!required, field, "REQUIRED", "A code is required." + Allowed(system, day));
            return null;
        }

        if (given.System.Length > 0 && given.System != system)
        {
            check.That(false, field, "CODE_SYSTEM_UNKNOWN", $"Use the code system {system}.");
            return null;
        }

        if (TryFind(system, given.Code, day, out var coding))
        {
            return coding;
        }

        var (reason, message) = (given.Code.Length, Versions(system, given.Code).Length) switch
        {
            (0, _) => ("REQUIRED", "A code is required."),
            (_, 0) => ("CODE_UNKNOWN", "The code system has no such code."),
            _ => ("CODE_NOT_VALID_THEN", $"The code could not be used on {day:yyyy-MM-dd}."),
        };
        check.That(false, field, reason, message + Allowed(system, day));
        return null;
    }

    private DatedCoding[] Versions(string system, string code) =>
        systems.TryGetValue(system, out var codes) && codes.TryGetValue(code, out var versions) ? versions : [];

    private string Allowed(string system, DateOnly day)
    {
        var codes = systems.TryGetValue(system, out var known)
            ? known.Where(code => code.Value.Any(c => c.Holds(day))).Select(code => code.Key).Order(StringComparer.Ordinal).ToList()
            : [];
        return codes.Count is > 0 and <= MostCodesNamed ? $" Allowed: {string.Join(", ", codes)}." : "";
    }
}
