using System.Text;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// Files in place of CQC's syndication API: a document of <c>/locations/{id}</c> or <c>/providers/{id}</c> a line. Every location in them counts
/// as changed at any time, and nothing is said of one that is not in them.
/// </summary>
internal sealed class CqcFiles(Func<string, Stream?> open, bool takesUp) : ICqcSource
{
    private Dictionary<string, byte[]>? locations;
    private Dictionary<string, byte[]>? providers;

    /// <inheritdoc />
    public string Name => "files";

    /// <inheritdoc />
    public async Task<CqcPage> Changes(DateTimeOffset from, DateTimeOffset until, int page, CancellationToken ct) => Whole([.. (await Locations(ct)).Keys]);

    /// <inheritdoc />
    public async Task<CqcPage> CareHomes(string localAuthority, int page, CancellationToken ct) => Whole(
        takesUp ? [.. (await Locations(ct)).Where(line => Lies(line.Value, localAuthority)).Select(line => line.Key)] : []);

    /// <inheritdoc />
    public async Task<CqcAnswer<CqcLocation>> Location(string id, CancellationToken ct) =>
        (await Locations(ct)).TryGetValue(id, out var json) ? new(CqcLocation.Read(json, id), false) : CqcAnswer<CqcLocation>.Silence;

    /// <inheritdoc />
    public async Task<CqcAnswer<CqcProvider>> Provider(string id, CancellationToken ct) =>
        (providers ??= await Read("providers.ndjson", "providerId", ct)).TryGetValue(id, out var json) ? new(CqcProvider.Read(json, id), false) : CqcAnswer<CqcProvider>.Silence;

    private static CqcPage Whole(IReadOnlyList<string> ids) => new(ids, ids.Count, 1);

    private static bool Lies(byte[] json, string localAuthority) => CqcJson.Read(json, root => CqcJson.YesNo(root, "careHome") == true && CqcJson.Text(root, "localAuthority") == localAuthority);

    private async Task<Dictionary<string, byte[]>> Locations(CancellationToken ct) => locations ??= await Read("locations.ndjson", "locationId", ct);

    private async Task<Dictionary<string, byte[]>> Read(string name, string id, CancellationToken ct)
    {
        var lines = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var file = open(name);
        if (file is null)
        {
            return lines;
        }

        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var json = line.Length <= CqcLine.Longest ? Encoding.UTF8.GetBytes(line) : throw CqcFaults.TooLarge();
            lines[CqcJson.Read(json, root => CqcJson.Id(root, id)) ?? throw CqcFaults.InvalidDocument($"a line of {name} has no {id}")] = json;
        }

        return lines;
    }
}
