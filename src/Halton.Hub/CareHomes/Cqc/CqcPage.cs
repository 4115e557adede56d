using System.Text.Json;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>One page of a list of locations.</summary>
/// <param name="Ids">CQC location ids.</param>
/// <param name="Total">How many the list holds in all; null when it is not said.</param>
/// <param name="Pages">How many pages it has.</param>
internal sealed record CqcPage(IReadOnlyList<string> Ids, int? Total, int Pages)
{
    private const int MostPages = 1000;

    /// <summary>Reads a page of <c>/changes/location</c>.</summary>
    public static CqcPage OfChanges(ReadOnlyMemory<byte> json, int asked) => Read(json, asked, "changes", row => row);

    /// <summary>Reads a page of <c>/locations</c>.</summary>
    public static CqcPage OfLocations(ReadOnlyMemory<byte> json, int asked) =>
        Read(json, asked, "locations", row => CqcJson.Of(row, "locationId"));

    /// <summary>
    /// Walks all pages. When the list's length changes under way, rows have moved between pages and one may have been passed over: it is
    /// walked again, and what was seen at any time counts.
    /// </summary>
    public static async Task<HashSet<string>> Walk(Func<int, Task<CqcPage>> page)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var moved = true;
        for (var walk = 0; moved && walk < 3; walk++)
        {
            var first = await page(1);
            (moved, var last) = (false, first);
            ids.UnionWith(first.Ids);
            for (var number = 2; number <= last.Pages; number++)
            {
                last = await page(number);
                ids.UnionWith(last.Ids);
                moved |= last.Total != first.Total || last.Pages != first.Pages;
            }
        }

        return ids;
    }

    private static CqcPage Read(ReadOnlyMemory<byte> json, int asked, string list, Func<JsonElement, JsonElement> id) => CqcJson.Read(json, root =>
    {
        if (!root.TryGetProperty(list, out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            throw CqcFaults.InvalidDocument($"a page has no {list}");
        }

        var ids = rows.EnumerateArray().Select(row => CqcJson.Id(id(row))).OfType<string>().ToList();
        var empty = rows.GetArrayLength() == 0;
        var pages = CqcJson.Whole(root, "totalPages") ?? (empty ? asked : asked + 1);
        return (CqcJson.Whole(root, "page") ?? asked) == asked && pages <= MostPages && (!empty || asked == 1 || asked > pages)
            ? new CqcPage(ids, CqcJson.Whole(root, "total"), pages)
            : throw CqcFaults.InvalidDocument("a page is not the one that was asked for");
    });
}
