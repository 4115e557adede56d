using System.Text.Json;
using Halton.Hub.Foundation;
using Halton.Hub.Insight;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Insight;

/// <summary>The raw rows that indicators are counted from, and the indicators worked out from them anew, row by row, as their definitions say.</summary>
public sealed class KpiRecords
{
    private readonly List<Row> stays;
    private readonly ILookup<string, Row> reviews;
    private readonly ILookup<string, Row> delays;
    private readonly List<Row> referrals;
    private readonly Dictionary<string, Row> tiers;
    private readonly Dictionary<string, string> families;
    private readonly List<Row> placements;
    private readonly Dictionary<string, Row> homes;
    private readonly ILookup<string, Row> returns;
    private readonly List<Row> signpostings;
    private readonly Dictionary<string, Row> terms;
    private readonly Dictionary<string, string> areas;
    private readonly (double FreshHours, double AgeingDays) freshness;

    private KpiRecords(Dictionary<string, List<Row>> all)
    {
        stays = all["discharge.stay"];
        reviews = all["discharge.criteria_review"].ToLookup(r => r.Text("stay_id")!);
        delays = all["discharge.delay"].ToLookup(r => r.Text("stay_id")!);
        referrals = all["referrals.referral"];
        tiers = all["referrals.care_tier"].ToDictionary(t => t.Text("code")!);
        families = all["codes.concept"].Where(c => c.Text("system")!.EndsWith("/delay-reason", StringComparison.Ordinal)).ToDictionary(c => c.Text("code")!, c => c.At("properties").GetProperty("family").GetString()!);
        placements = all["placement.standing_placement"];
        homes = all["carehomes.care_home"].ToDictionary(h => h.Text("id")!);
        returns = all["carehomes.capacity_history"].ToLookup(r => r.Text("home_id")!);
        signpostings = all["directory.signposting"];
        terms = all["directory.taxonomy_term"].ToDictionary(t => t.Text("id")!);
        areas = all["access.organization"].Where(o => o.Text("kind") == "Council").ToDictionary(o => o.Text("code")!, o => o.Text("local_authority")!);
        freshness = all["carehomes.freshness_policy"].Select(p => (p.Number("fresh_hours"), p.Number("ageing_days"))).Single();
    }

    private static string[] Tables { get; } =
    [
        "discharge.stay", "discharge.criteria_review", "discharge.delay", "referrals.referral", "referrals.care_tier", "codes.concept", "placement.standing_placement",
        "carehomes.care_home", "carehomes.capacity_history", "carehomes.freshness_policy", "directory.signposting", "directory.taxonomy_term", "access.organization",
    ];

    /// <summary>Reads every row, past all walls.</summary>
    public static async Task<KpiRecords> Read(HubUnderTest hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var all = new Dictionary<string, List<Row>>();
        foreach (var table in Tables)
        {
            var json = await hub.Value<string>($"select coalesce(jsonb_agg(to_jsonb(t) - 'place'), '[]')::text from {table} t");
            all[table] = [.. JsonSerializer.Deserialize<JsonElement[]>(json)!.Select(row => new Row(row))];
        }

        return new KpiRecords(all);
    }

    /// <summary>The counts of an indicator as of a day: records, hits, whole and days of each group.</summary>
    internal IReadOnlyList<KpiGroupCount> Count(string code, DateOnly day)
    {
        var (end, since) = (LondonTime.Start(day.AddDays(1)), LondonTime.Start(day.AddDays(-27)));
        var inside = stays.Where(s => s.Moment("admitted_at") < end && s.Number("state") switch { 4 => s.Moment("discharged_at") >= end, 5 => s.Moment("discharged_at") >= end || s.Moment("changed_at") >= end, _ => true }).ToList();
        var left = stays.Where(s => s.Number("state") == 4 && s.Moment("discharged_at") is { } at && at >= since && at < end && s.Text("discharge_method") is not ("4" or "5")).ToList();
        return code switch
        {
            "no-criteria-to-reside" => Share(inside, s => s.Text("trust"), s => Meets(s, end) == false, s => Meets(s, end) is not null),
            "waiting-to-leave" => Share(inside.Where(s => Meets(s, end) == false), s => Family(s, day), _ => true),
            "long-stay" => Share(inside, s => s.Text("trust"), s => (end - s.Moment("admitted_at")!.Value).TotalDays >= 21),
            "ready-to-discharge-days" => Mean(left.Where(s => s.Day("discharge_ready_date") is not null), s => LondonTime.Day(s.Moment("discharged_at")!.Value).DayNumber - s.Day("discharge_ready_date")!.Value.DayNumber),
            "allocation-to-discharge-days" => Mean(left.Where(s => s.Moment("allocated_at") <= s.Moment("discharged_at")), s => (s.Moment("discharged_at")!.Value - s.Moment("allocated_at")!.Value).TotalDays),
            "assessment-within-24-hours" => Share(
                stays.Where(s => s.Moment("assessment_due_at") is { } due && due >= since && due < end && s.Number("state") != 5 && (s.Moment("assessment_started_at") is not null || !(s.Moment("discharged_at") < due))),
                s => s.Text("trust"), s => s.Moment("assessment_started_at") <= s.Moment("assessment_due_at")),
            "response-within-2-hours" => Share(Due(since, end).Where(r => tiers[r.Text("tier")!].Number("elapsed_minutes") == 120), r => r.Text("service"), InTime),
            "response-in-time" => Share(Due(since, end), r => r.Text("tier"), InTime),
            "home-after-91-days" => Share(
                referrals.Where(r => r.Day("followed_up_on") is { } on && on <= day && on > day.AddDays(-28) && r.Text("follow_up_outcome") != "not-known"), r => r.Text("follow_up_outcome"), r => r.Text("follow_up_outcome") == "at-home"),
            "people-out-of-borough" => Share(
                placements.Where(p => p.Day("started_on") <= day && !(p.Day("ended_on") <= day)), p => Away(p) ? p.Text("out_of_area_reason") ?? "none-recorded" : null, Away),
            "bed-vacancy" => Vacancy(day, end),
            "return-freshness" => Share(Homes(day), h => Age(h, end), h => Age(h, end) == "fresh"),
            "rated-good-or-outstanding" => Share(
                Homes(day).Where(h => h.Day("rated_on") <= day && h.Text("rating_overall") is "outstanding" or "good" or "requires-improvement" or "inadequate" && h.Day("rated_on") <= day),
                h => h.Text("rating_overall"), h => h.Text("rating_overall") is "good" or "outstanding"),
            "signposting-reach" => Share(Pointed(since, end), s => Top(s.Text("need_id")!), s => s.Text("service_id") is not null),
            "signposting-outcome-known" => Share(Pointed(since, end).Where(s => s.Text("service_id") is not null), s => Outcome(s, end) ?? "none-recorded", s => Outcome(s, end) is not null),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such indicator."),
        };
    }

    private static List<KpiGroupCount> Share(IEnumerable<Row> rows, Func<Row, string?> group, Func<Row, bool> hit, Func<Row, bool>? counts = null) =>
        [.. rows.GroupBy(group).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new KpiGroupCount(g.Key, null, g.Count(), g.Count(hit), g.Count(counts ?? (_ => true)), 0))];

    private static List<KpiGroupCount> Mean(IEnumerable<Row> rows, Func<Row, double> days) =>
        [.. rows.GroupBy(s => s.Text("pathway") ?? "none-recorded").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new KpiGroupCount(g.Key, null, g.Count(), g.Count(), g.Count(), g.Sum(days)))];

    private static bool InTime(Row referral) => referral.Moment("first_contact_at") <= referral.Moment("breach_at");

    private static string? Outcome(Row signposting, DateTimeOffset end) => signposting.Moment("outcome_at") < end ? signposting.Text("outcome") : null;

    private bool? Meets(Row stay, DateTimeOffset end) =>
        reviews[stay.Text("id")!].Where(r => r.Moment("reviewed_at") < end).MaxBy(r => r.Moment("reviewed_at"))?.At("criteria").GetArrayLength() is { } criteria ? criteria > 0 : null;

    private string Family(Row stay, DateOnly day) =>
        delays[stay.Text("id")!].Where(d => d.Day("delayed_on") <= day).OrderBy(d => d.Day("delayed_on")).ThenBy(d => d.Moment("recorded_at")).LastOrDefault()?.Text("reason") is { } reason ? families[reason] : "none-recorded";

    private IEnumerable<Row> Due(DateTimeOffset since, DateTimeOffset end) => referrals.Where(r =>
        r.Moment("breach_at") is { } breach && breach >= since && breach < end && (r.Moment("first_contact_at") is not null || r.Moment("ended_at") is not { } ended || ended >= breach));

    private bool Away(Row placement) => homes[placement.Text("home_id")!].Text("local_authority") != areas[placement.Text("council")!];

    private IEnumerable<Row> Homes(DateOnly day) => homes.Values.Where(h =>
        h.At("is_care_home").GetBoolean() && !h.At("dormant").GetBoolean() && areas.ContainsValue(h.Text("local_authority") ?? "") && !(h.Day("registration_date") > day)
        && (h.Day("deregistration_date") is { } gone ? gone > day : h.Text("registration_status") == "Registered"));

    private string Age(Row home, DateTimeOffset end)
    {
        var latest = returns[home.Text("id")!].Select(r => r.Moment("as_of")).Where(at => at < end).Max();
        return latest is not { } at ? "never" : (end - at).TotalHours <= freshness.FreshHours ? "fresh" : (end - at).TotalDays <= freshness.AgeingDays ? "ageing" : "stale";
    }

    private List<KpiGroupCount> Vacancy(DateOnly day, DateTimeOffset end) =>
    [
        .. Homes(day).SelectMany(h => returns[h.Text("id")!].Where(r => r.Moment("as_of") < end).GroupBy(r => r.Text("bed_type")).Select(beds => beds.OrderBy(r => r.Moment("as_of")).ThenBy(r => r.Number("id")).Last()))
            .Where(r => (end - r.Moment("as_of")!.Value).TotalDays <= freshness.AgeingDays)
            .GroupBy(r => r.Text("bed_type")).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KpiGroupCount(g.Key, null, g.Count(), (int)g.Where(r => r.At("accepting_admissions").GetBoolean()).Sum(r => r.Number("available")), (int)g.Sum(r => r.Number("maximum")), 0)),
    ];

    private IEnumerable<Row> Pointed(DateTimeOffset since, DateTimeOffset end) => signpostings.Where(s => s.Moment("recorded_at") >= since && s.Moment("recorded_at") < end);

    private string Top(string term) => terms[term].Text("parent_id") is { } parent ? Top(parent) : term;

    private sealed class Row(JsonElement row)
    {
        public JsonElement At(string column) => row.GetProperty(column);

        public string? Text(string column) => At(column).ValueKind == JsonValueKind.Null ? null : At(column).ToString();

        public double Number(string column) => At(column).GetDouble();

        public DateTimeOffset? Moment(string column) => At(column).ValueKind == JsonValueKind.Null ? null : At(column).GetDateTimeOffset();

        public DateOnly? Day(string column) => Text(column) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;
    }
}
