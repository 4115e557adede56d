using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Reads the query parameters of HSDS-UK 3.0. An empty one is not given; one that nobody knows is passed over, as validators send such.</summary>
internal static partial class OpenReferralRequests
{
    private const int DefaultPage = 50;
    private const int LargestPage = 500;
    private const double FarthestMetres = 1_000_000;

    // A postcode without a distance asks what is near it: a walk or a short ride.
    private const double DefaultMetres = 5_000;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>Which page.</summary>
    public static OpenReferralPaging Paging(IQueryCollection query)
    {
        var checks = new FieldChecks();
        var paging = new OpenReferralPaging(Whole(checks, query, "page", 1, int.MaxValue) ?? 1, Whole(checks, query, "per_page", 1, LargestPage) ?? DefaultPage);
        checks.Settle();
        return paging;
    }

    /// <summary>One taxonomy, or null.</summary>
    public static Guid? Taxonomy(IQueryCollection query)
    {
        var checks = new FieldChecks();
        var id = Id(checks, query, "taxonomy_id");
        checks.Settle();
        return id;
    }

    /// <summary>What is looked for.</summary>
    public static OpenReferralFilter Filter(IQueryCollection query, bool places)
    {
        var checks = new FieldChecks();
        var filter = new OpenReferralFilter
        {
            Search = checks.OptionalText(Text(query, "search"), "search", 200),
            TaxonomyTermId = Id(checks, query, "taxonomy_term_id"),
            TaxonomyId = Id(checks, query, "taxonomy_id"),
            MinimumAge = Age(checks, query, "minimum_age"),
            MaximumAge = Age(checks, query, "maximum_age"),
            StartTime = Time(checks, query, "start_time"),
            EndTime = Time(checks, query, "end_time"),
            Day = Day(checks, query),
            ModifiedAfter = Moment(checks, query, "modified_after"),
            Postcode = places ? Postcode(checks, query) : null,
            Proximity = places ? Metres(checks, query) : null,
        };
        checks.That(filter.StartTime is not { } start || filter.EndTime is not { } end || start < end, "end_time", "ENDS_BEFORE_IT_STARTS", "Later than start_time.");
        checks.That(filter.Proximity is null || Text(query, "postcode") is not null, "postcode", "REQUIRED", "proximity is a distance from a postcode.");
        checks.Settle();
        return filter.Postcode is null ? filter : filter with { Proximity = filter.Proximity ?? DefaultMetres };
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static int? Whole(FieldChecks checks, IQueryCollection query, string name, int least, int most)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        return checks.That(read && value >= least && value <= most, name, "NOT_A_NUMBER_IN_RANGE", $"A whole number from {least} to {most}.") ? value : null;
    }

    private static Guid? Id(FieldChecks checks, IQueryCollection query, string name) => Text(query, name) is { } text ? checks.Id(text, name) : null;

    private static decimal? Age(FieldChecks checks, IQueryCollection query, string name)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var age);
        return checks.That(read && age is >= 0 and <= 130, name, "NOT_AN_AGE", "Years, from 0 to 130.") ? age : null;
    }

    private static TimeOnly? Time(FieldChecks checks, IQueryCollection query, string name)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        var read = TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        return checks.That(read, name, "NOT_A_TIME", "A time of day, HH:MM.") ? time : null;
    }

    private static DayOfWeek? Day(FieldChecks checks, IQueryCollection query)
    {
        if (Text(query, "day") is not { } text)
        {
            return null;
        }

        var day = Array.IndexOf(Days, text.ToUpperInvariant());
        return checks.That(day >= 0, "day", "NOT_A_DAY", "One of MO, TU, WE, TH, FR, SA, SU.") ? (DayOfWeek)day : null;
    }

    private static DateTimeOffset? Moment(FieldChecks checks, IQueryCollection query, string name)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        // A plus sign that was not escaped arrives as a space.
        var shaped = MomentShape().IsMatch(text = text.Replace(' ', '+'));
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment);
        return checks.That(shaped && read, name, "NOT_A_MOMENT", "A date or a date-time of RFC 3339, such as 2026-11-24T09:30:00Z.") ? moment : null;
    }

    private static string? Postcode(FieldChecks checks, IQueryCollection query)
    {
        if (Text(query, "postcode") is not { } text)
        {
            return null;
        }

        return checks.That(PostcodeShape().IsMatch(text), "postcode", "NOT_A_POSTCODE", "A postcode such as WA7 2CK, its sector WA7 2, or its outward code WA7.") ? text : null;
    }

    private static double? Metres(FieldChecks checks, IQueryCollection query)
    {
        if (Text(query, "proximity") is not { } text)
        {
            return null;
        }

        var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var metres);
        return checks.That(read && metres is > 0 and <= FarthestMetres, "proximity", "NOT_A_DISTANCE", $"Metres, more than 0 and at most {FarthestMetres:0}.") ? metres : null;
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?\z")]
    private static partial Regex MomentShape();

    [GeneratedRegex(@"\A ?[A-Za-z]{1,2}[0-9][A-Za-z0-9]?( ?[0-9][A-Za-z]{2}| [0-9])? ?\z")]
    private static partial Regex PostcodeShape();
}
