using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.Fhir;

/// <summary>A search, read from its parameters.</summary>
public sealed partial record FhirQuery
{
    /// <summary>The parameters that every search takes.</summary>
    public static readonly IReadOnlyList<string> Names = ["_id", "_count", "_page", "_lastUpdated", "code", "date", "identifier", "patient:identifier", "subject:identifier", "status"];

    private const int MostParameters = 20;

    /// <summary>The hub's id of one resource.</summary>
    public string? Id { get; init; }

    /// <summary>At most this many a page; 0 means 50.</summary>
    public int Count { get; init; }

    /// <summary>The page, from the one before.</summary>
    public string? PageToken { get; init; }

    /// <summary>The kind of resources of the type, from <c>code</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>System and value of an identifier.</summary>
    public (string System, string Value)? Identifier { get; init; }

    /// <summary>Any of these statuses; none means all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>The person, and when.</summary>
    public RecordNarrowing Narrowed { get; init; } = new();

    /// <summary>
    /// Reads the parameters. Faults on the parameter: PARAMETER_UNKNOWN, PARAMETER_TWICE, NOT_A_NUMBER, NOT_A_DATE, PREFIX_UNKNOWN, TOKEN_FORM,
    /// SYSTEM_UNKNOWN, NHS_NUMBER_INVALID, TOO_MANY.
    /// </summary>
    public static FhirQuery Read(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var check = new FieldChecks();
        check.That(parameters.Count <= MostParameters, "", "TOO_MANY", $"At most {MostParameters} parameters.");
        check.Settle();
        foreach (var (name, count) in parameters.CountBy(p => p.Key))
        {
            check.That(Names.Contains(name), Names.Contains(name) ? name : "parameter", "PARAMETER_UNKNOWN", $"A search takes {string.Join(", ", Names)}.");
            check.That(count == 1 || name is "date" or "_lastUpdated", name, "PARAMETER_TWICE", "Give it once.");
        }

        check.Settle();
        var (statuses, code, number) = (One("status"), Token(check, "code", One("code")), Token(check, "patient:identifier", One("patient:identifier")) ?? Token(check, "subject:identifier", One("subject:identifier")));
        check.That(number is null || number.Value.System is "" or FhirNames.NhsNumber, "patient:identifier", "SYSTEM_UNKNOWN", $"People are known by {FhirNames.NhsNumber}.");
        check.That(number is null || NhsNumber.TryParse(number.Value.Value, out _), "patient:identifier", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");
        var query = new FhirQuery
        {
            Id = One("_id"),
            Count = Number(check, One("_count")),
            PageToken = One("_page"),
            Kind = code?.Value,
            Identifier = Token(check, "identifier", One("identifier")),
            Statuses = statuses is null ? [] : [.. statuses.Split(',').Distinct()],
            Narrowed = new RecordNarrowing { NhsNumber = number?.Value, When = Range(check, "date", All("date")), Changed = Range(check, "_lastUpdated", All("_lastUpdated")) },
        };
        check.Settle();
        return query;

        string? One(string name) => All(name).FirstOrDefault();

        IEnumerable<string> All(string name) => parameters.Where(p => p.Key == name).Select(p => p.Value);
    }

    private static int Number(FieldChecks check, string? text)
    {
        var number = 0;
        check.That(text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0), "_count", "NOT_A_NUMBER", "A whole number from 1.");
        return number;
    }

    private static (string System, string Value)? Token(FieldChecks check, string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var at = text.IndexOf('|', StringComparison.Ordinal);
        var (system, value) = at < 0 ? ("", text) : (text[..at], text[(at + 1)..]);
        check.That(value.Length is > 0 and <= 100 && !value.Contains(',', StringComparison.Ordinal), name, "TOKEN_FORM", "Write system|value or value, one of them.");
        return (system, value);
    }

    // Each prefix narrows from the side that it speaks of; a partial date stands for all of its time, in Europe/London.
    private static MomentRange Range(FieldChecks check, string name, IEnumerable<string> values)
    {
        var range = new MomentRange(null, null);
        foreach (var value in values)
        {
            var form = Dated().Match(value);
            if (!check.That(form.Success && Stretch(form.Groups["date"].Value) is not null, name, "NOT_A_DATE", "Write a date or an instant, with eq, ge, gt, le or lt before it."))
            {
                continue;
            }

            var (begin, end) = Stretch(form.Groups["date"].Value)!.Value;
            var narrowed = form.Groups["prefix"].Value switch
            {
                "" or "eq" => new MomentRange(begin, end),
                "ge" => new MomentRange(begin, null),
                "gt" => new MomentRange(end, null),
                "lt" => new MomentRange(null, begin),
                "le" => new MomentRange(null, end),
                _ => null,
            };
            if (check.That(narrowed is not null, name, "PREFIX_UNKNOWN", "eq, ge, gt, le or lt."))
            {
                range = new MomentRange(Later(range.From, narrowed!.From), Earlier(range.Before, narrowed.Before));
            }
        }

        return range;
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    private static (DateTimeOffset Begin, DateTimeOffset End)? Stretch(string text)
    {
        if (text.Contains('T', StringComparison.Ordinal))
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                return null;
            }

            // Seconds without a fraction stand for the whole second.
            var utc = moment.ToUniversalTime();
            return (utc, text.Contains('.', StringComparison.Ordinal) ? utc.AddMicroseconds(1) : utc.AddSeconds(1));
        }

        if (!PartialDate.IsValid(text))
        {
            return null;
        }

        var first = PartialDate.Earliest(text);
        var after = text.Length switch { 4 => first.AddYears(1), 7 => first.AddMonths(1), _ => first.AddDays(1) };
        return (LondonTime.Start(first), LondonTime.Start(after));
    }

    [GeneratedRegex(@"\A(?<prefix>[a-z]{2})?(?<date>[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?)\z")]
    private static partial Regex Dated();
}
