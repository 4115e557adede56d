using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Halton.Hub.Insight;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Insight;

/// <summary>The indicators: kept by the clock, the same as a count of the raw rows comes to, told to everyone alike, and leading to nobody.</summary>
public sealed class KpiTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private static readonly SemaphoreSlim Once = new(1);
    private readonly HubUnderTest hub = one.Hub;
    private readonly DateOnly today = TimeProvider.System.Today();

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (!await hub.Value<bool>("select exists (select from insight.kpi)"))
            {
                await hub.LiftRates();
                await Signpost();
                await Count();
            }
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(100)]
    public async Task Each_indicator_is_what_the_raw_rows_come_to(int daysAgo)
    {
        var (day, records) = (today.AddDays(-daysAgo), await KpiRecords.Read(hub));
        var told = (await Ask("hbc", day)).ToDictionary(k => k.GetProperty("code").GetProperty("code").GetString()!);
        Assert.Equal(KpiIndicator.All.Select(k => k.Code).Order(), told.Keys.Order());
        foreach (var kpi in KpiIndicator.All)
        {
            var (whole, groups) = KpiFigures.Of(kpi.Shape, records.Count(kpi.Code, day));
            Assert.Equal(whole, Figure(told[kpi.Code]));
            Assert.Equal(groups.Select(g => (g.Count.Code!, g.Figure)), told[kpi.Code].GetProperty("groups").EnumerateArray().Select(g => (g.GetProperty("group").GetProperty("code").GetString()!, Figure(g))));
        }
    }

    [Fact]
    public async Task The_demonstration_has_the_boroughs_own_shape()
    {
        var told = (await Ask("hbc", today)).ToDictionary(k => k.GetProperty("code").GetProperty("code").GetString()!);
        Assert.InRange(Figure(told["no-criteria-to-reside"]).Value!.Value, 18, 26);
        Assert.Equal(new KpiFigure(KpiStatus.Told, 141, 141), Figure(told["people-out-of-borough"]));
        Assert.All(told.Values, kpi => Assert.NotEmpty(kpi.GetProperty("definition").GetString()!));
        Assert.All(told.Values.SelectMany(k => k.GetProperty("groups").EnumerateArray()), g => Assert.False(string.IsNullOrEmpty(g.GetProperty("group").GetProperty("display").GetString()), g.ToString()));
    }

    [Fact]
    public async Task Both_schemas_and_the_table_tell_the_same()
    {
        var (care, directory) = (await Ask("rww", today.AddDays(-1)), await Ask("vcfse-1", today.AddDays(-1), "directory"));
        Assert.Equal(care.Select(k => k.ToString()), directory.Select(k => k.ToString()));
        var lines = (await Csv("vcfse-1", $"?as_of={today.AddDays(-1):yyyy-MM-dd}")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("day,code,name,group_system,group_code,group_name,unit,status,value,numerator,denominator,from,provisional,counted_at", lines[0], StringComparison.Ordinal);
        Assert.Equal(care.Sum(k => 1 + k.GetProperty("groups").GetArrayLength()), lines.Length - 1);
        foreach (var kpi in care)
        {
            var (code, figure) = (kpi.GetProperty("code").GetProperty("code").GetString(), Figure(kpi));
            var line = Assert.Single(lines, l => l.Split(',')[1] == code && l.Split(',')[4].Length == 0).Split(',');
            Assert.Equal(figure.Value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "", line[8]);
            Assert.Equal(figure.Status switch { KpiStatus.NoData => "no-data", KpiStatus.Suppressed => "suppressed", _ => "told" }, line[7]);
        }
    }

    [Fact]
    public async Task A_period_is_told_day_by_day_and_days_not_counted_say_so()
    {
        var first = today.AddDays(1 - GetKpis.MostDays);
        var answer = await hub.Graph("vcfse-1", TrustedDocuments.ByName["care-kpi-history.graphql"], new { code = "people-out-of-borough", from = Written(first), to = Written(today) }, "directory", null);
        var days = answer.Data("kpiHistory").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, GetKpis.MostDays).Select(i => Written(first.AddDays(i))), days.Select(d => d.GetProperty("asOf").GetString()));
        var missing = GetKpis.MostDays - (int)await hub.Value<long>("select count(distinct day) from insight.kpi where day >= $1", first);
        Assert.InRange(missing, 1, GetKpis.MostDays - CountKpis.MostDays);
        Assert.All(days.Take(missing), d => Assert.Equal(("NOT_COUNTED", JsonValueKind.Null), (d.GetProperty("status").GetString(), d.GetProperty("value").ValueKind)));
        Assert.All(days.Skip(missing), d => Assert.Equal("TOLD", d.GetProperty("status").GetString()));
        Assert.Equal(8, days.Count(d => d.GetProperty("provisional").GetBoolean() && d.GetProperty("status").GetString() == "TOLD"));
        var csv = await Csv("rww", $"?from={today.AddDays(-9):yyyy-MM-dd}&to={today:yyyy-MM-dd}&code=long-stay&code=bed-vacancy");
        Assert.Equal(["bed-vacancy", "long-stay"], csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[1]).Distinct().Order());
    }

    [Fact]
    public async Task What_nothing_is_on_record_of_says_so_and_is_never_zero()
    {
        // Nobody had been pointed anywhere so long ago, and no home had said what is free.
        var day = today.AddDays(-115);
        foreach (var code in new[] { "signposting-reach", "signposting-outcome-known", "bed-vacancy" })
        {
            var told = (await Ask("hbc", day)).Single(k => k.GetProperty("code").GetProperty("code").GetString() == code);
            Assert.Equal(new KpiFigure(KpiStatus.NoData), Figure(told));
            Assert.Empty(told.GetProperty("groups").EnumerateArray());
        }

        Assert.Contains($"{day:yyyy-MM-dd},bed-vacancy,Vacant care home beds,,,,percent,no-data,,,,", (await Csv("hbc", $"?as_of={day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_recorded_late_still_counts_until_a_week_after_and_not_later()
    {
        // Counted two hours ago, but what is final not before it was: soon after midnight that is less than two hours.
        await hub.Execute("update insight.kpi set counted_at = case when counted_at < day + interval '8 days' then counted_at - interval '2 hours' else greatest(counted_at - interval '2 hours', day + interval '8 days') end");
        var before = await Counted();
        Assert.Equal(8, await Due());
        await Count();
        // The days before were counted when they were over for long; the gap before them is made good bit by bit.
        Assert.True(await hub.Value<bool>("select min(counted_at) > now() - interval '1 hour' from insight.kpi where day >= $1", today.AddDays(-7)));
        Assert.Equal(before, await Counted());

        Task<DateTime> Counted() => hub.Value<DateTime>("select max(counted_at) from insight.kpi where day between $1 and $2", today.AddDays(-30), today.AddDays(-8));

        async Task<int> Due() => (int)await hub.As("SYSTEM:KpiSnapshot", $"select count(*) from insight.days_to_count('{today:yyyy-MM-dd}', '{today.AddDays(-50):yyyy-MM-dd}', now(), 1000)");
    }

    [Theory]
    [InlineData("asOf: \"2999-01-01\"", "IN_THE_FUTURE")]
    [InlineData("asOf: \"today\"", "NOT_A_DATE")]
    [InlineData("codes: [\"happiness\"]", "KPI_UNKNOWN")]
    public async Task Bad_questions_are_named(string arguments, string reason) =>
        Assert.Contains(reason, (await hub.Graph("vcfse-1", $"{{ kpis({arguments}) {{ value }} }}", schema: "directory", purpose: null)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("?from=2026-01-02&to=2026-01-01", 400, "TO_BEFORE_FROM")]
    [InlineData("?from=2024-01-02&to=2026-01-01", 400, "PERIOD_TOO_LONG")]
    [InlineData("?from=2026-01-01", 400, "REQUIRED")]
    [InlineData("?code=happiness", 400, "KPI_UNKNOWN")]
    public async Task Bad_questions_for_the_table_are_named(string query, int status, string reason)
    {
        var answer = await Csv("vcfse-1", query);
        Assert.Equal((status, true), ((int)answer.Status, answer.Text.Contains(reason, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_table_needs_a_token()
    {
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri(hub.Http, KpiCsvHttp.Address))).StatusCode);
    }

    [Fact]
    public async Task Nobody_but_the_clock_counts_and_the_public_account_reads_kept_days_alone()
    {
        foreach (var call in new[] { "select count(*) from insight.counted(current_date)", "select count(*) from insight.days_to_count(current_date, current_date, now(), 1)" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => hub.As("RWW", call))).SqlState);
            Assert.True(await hub.As("SYSTEM:KpiSnapshot", call) >= 0);
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => hub.As("SYSTEM:KpiSnapshot", "select count(*) from insight.of_inpatients(current_date)"))).SqlState);
        Assert.False(await hub.Value<bool>("select bool_or(has_function_privilege('hub_directory', p.oid, 'execute')) from pg_proc p where pronamespace = 'insight'::regnamespace"));
        Assert.True(await hub.Value<bool>("select has_table_privilege('hub_directory', 'insight.kpi', 'select') and not has_table_privilege('hub_directory', 'insight.kpi', 'insert, update, delete')"));
        Assert.Equal(0, await hub.Value<long>("select count(*) from insight.kpi where numerator < 5 or denominator < 5 or (denominator - numerator between 1 and 4)"));
    }

    private static KpiFigure Figure(JsonElement told) => new(
        told.GetProperty("status").GetString() switch { "TOLD" => KpiStatus.Told, "SUPPRESSED" => KpiStatus.Suppressed, "NO_DATA" => KpiStatus.NoData, _ => KpiStatus.NotCounted },
        told.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null,
        told.GetProperty("numerator") is { ValueKind: JsonValueKind.Number } numerator ? numerator.GetInt32() : null,
        told.GetProperty("denominator") is { ValueKind: JsonValueKind.Number } denominator ? denominator.GetInt32() : null);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<JsonElement>> Ask(string partner, DateOnly day, string schema = "care") =>
        [.. (await hub.Graph(partner, TrustedDocuments.ByName["directory-kpis.graphql"], new { asOf = Written(day) }, schema, null)).Data("kpis").EnumerateArray()];

    private async Task<(HttpStatusCode Status, string Text)> Csv(string partner, string query)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await hub.Token(partner));
        using var answer = await http.GetAsync(new Uri(hub.Http, KpiCsvHttp.Address + query));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task Count() => await hub.Services.GetRequiredService<CountKpis>().Run(await hub.Firing("KpiSnapshot"), CancellationToken.None);

    // The demonstration has no signpostings of its own: some reached a service, some did not, and of some word came back.
    private Task<int> Signpost() => hub.Execute("""
        insert into directory.signposting (id, recorded_by, need_id, service_id, service_maintained_by, unmet_reason, channel, recorded_at, outcome, outcome_at, outcome_by, version)
        select gen_random_uuid(), 'VCFSE-1', t.id, case when t.n % 3 > 0 then s.id end, case when t.n % 3 > 0 then s.maintained_by end, case when t.n % 3 = 0 then 'none_nearby' end, 'in_person',
            now() - t.n * interval '11 hours', case when t.n % 6 = 1 then 'helped' end, case when t.n % 6 = 1 then now() - t.n * interval '10 hours' end, case when t.n % 6 = 1 then 'VCFSE-2' end, 1
        from (select id, row_number() over (order by id) as n from directory.taxonomy_term) t cross join lateral (select id, maintained_by from directory.service order by id limit 1) s
        """);
}
