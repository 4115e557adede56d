using System.Text.Json;
using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// The ratings that a location has by CQC's own words, never better. CQC says them in two shapes: <c>currentRatings</c>, and since the single
/// assessment framework <c>assessment</c>. What was published last counts. Where it cannot be told what is later, or one day says two things,
/// a rating on which they differ is unknown.
/// </summary>
/// <param name="Overall">Overall.</param>
/// <param name="Safe">Whether it is safe.</param>
/// <param name="Effective">Whether it is effective.</param>
/// <param name="Caring">Whether it is caring.</param>
/// <param name="Responsive">Whether it is responsive.</param>
/// <param name="WellLed">Whether it is well-led.</param>
/// <param name="On">Day of publication; null when it is not said.</param>
internal sealed record CqcRated(string Overall, string Safe, string Effective, string Caring, string Responsive, string WellLed, DateOnly? On)
{
    private static readonly string[] Questions = ["Safe", "Effective", "Caring", "Responsive", "Well-led"];

    /// <summary>Reads them from a location.</summary>
    public static CqcRated Of(JsonElement location)
    {
        var statements = Current(location).Concat(CqcJson.Rows(location, "assessment").SelectMany(Assessed)).ToList();
        var last = statements.Max(statement => statement.On);
        var count = statements.Where(statement => statement.On is null || statement.On == last).ToList();
        string[] agreed = [.. Enumerable.Range(0, Questions.Length + 1).Select(i => count.Select(statement => statement.Ratings[i]).Distinct().ToList() is [var one] ? one : CqcRatings.Unknown)];
        return new CqcRated(agreed[0], agreed[1], agreed[2], agreed[3], agreed[4], agreed[5], last);
    }

    private static IEnumerable<Statement> Current(JsonElement location)
    {
        var current = CqcJson.Of(location, "currentRatings");
        var overall = CqcJson.Of(current, "overall");
        return overall.ValueKind == JsonValueKind.Object
            ? [new Statement(CqcJson.Day(overall, "reportDate") ?? CqcJson.Day(current, "reportDate"), Ratings([overall]))]
            : [];
    }

    /// <summary>An assessment rates the location as a whole, or only its groups of services; it then stands as its worst group does.</summary>
    private static IEnumerable<Statement> Assessed(JsonElement assessment)
    {
        var ratings = CqcJson.Of(assessment, "ratings");
        var whole = CqcJson.Rows(ratings, "overall").ToList();
        var rows = whole.Count > 0 ? whole : [.. CqcJson.Rows(ratings, "asgRatings")];
        return rows.Count > 0 ? [new Statement(CqcJson.Day(assessment, "assessmentPlanPublishedDateTime"), Ratings(rows))] : [];
    }

    private static string[] Ratings(IReadOnlyList<JsonElement> rows) =>
    [
        Worst(rows.Select(row => CqcJson.Text(row, "rating"))),
        .. Questions.Select(question => Worst(rows.SelectMany(row => Words(row, question)))),
    ];

    private static IEnumerable<string?> Words(JsonElement row, string question) => CqcJson.Rows(row, "keyQuestionRatings")
        .Where(rating => string.Equals(CqcJson.Text(rating, "name"), question, StringComparison.OrdinalIgnoreCase))
        .Select(rating => CqcJson.Text(rating, "rating"))
        .DefaultIfEmpty(null);

    /// <summary>The worst of several: an inadequate one is never hidden, and none hides behind a rating.</summary>
    private static string Worst(IEnumerable<string?> words)
    {
        var codes = words.Select(CqcRatings.Of).DefaultIfEmpty(CqcRatings.Unknown).ToList();
        return codes.Contains("inadequate") ? "inadequate" : codes.Aggregate((worst, code) => worst == code || CqcRatings.IsDowngrade(worst, code) ? code : worst);
    }

    private sealed record Statement(DateOnly? On, string[] Ratings);
}
