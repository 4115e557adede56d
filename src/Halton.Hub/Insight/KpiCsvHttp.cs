using System.Globalization;
using CsvHelper;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Halton.Hub.Insight;

/// <summary>
/// <c>GET /insight/kpis.csv?as_of=</c> or <c>?from=&amp;to=</c>, with <c>code=</c> as often as wanted: the indicators as a table, one line a figure, for spreadsheets.
/// With an access token of scope system/MeasureReport.s.
/// </summary>
public sealed class KpiCsvHttp(BearerHttp bearer, GetKpis get)
{
    /// <summary>The door's name in the access table.</summary>
    public const string Door = "http/insight.kpis";

    /// <summary>The address.</summary>
    public const string Address = "/insight/kpis.csv";

    private static readonly string[] Columns =
        ["day", "code", "name", "group_system", "group_code", "group_name", "unit", "status", "value", "numerator", "denominator", "from", "provisional", "counted_at"];

    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, (HttpContext http, KpiCsvHttp csv) => csv.Answer(http));

    private Task Answer(HttpContext http) => bearer.Answer(http, Door, async call =>
    {
        var kpis = await (Given("from") is null && Given("to") is null
            ? get.OfDay(call, Given("as_of"), Codes(), http.RequestAborted)
            : get.OfPeriod(call, Given("from"), Given("to"), Codes(), http.RequestAborted));
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"kpis.csv\"";
        await http.Response.Body.WriteAsync(Write(kpis), http.RequestAborted);

        string? Given(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
        IReadOnlyList<string> Codes() => [.. http.Request.Query["code"].OfType<string>()];
    });

    private static ReadOnlyMemory<byte> Write(IReadOnlyList<Kpi> kpis)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, null, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var kpi in kpis)
            {
                Line(csv, kpi, new Coding("", "", ""), kpi.Whole);
                foreach (var group in kpi.Groups)
                {
                    Line(csv, kpi, group.Coding, group.Figure);
                }
            }
        }

        return bytes.ToArray();
    }

    private static void Line(CsvWriter csv, Kpi kpi, Coding group, KpiFigure figure) => csv.WriteRecord([
        Day(kpi.AsOf),
        kpi.Code.Code,
        kpi.Code.Display,
        group.System,
        group.Code,
        group.Display,
        KpiWords.Of(kpi.Unit),
        KpiWords.Of(figure.Status),
        figure.Value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
        figure.Numerator?.ToString(CultureInfo.InvariantCulture) ?? "",
        figure.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "",
        Day(kpi.From),
        kpi.Provisional ? "true" : "false",
        kpi.CountedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "",
    ]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
