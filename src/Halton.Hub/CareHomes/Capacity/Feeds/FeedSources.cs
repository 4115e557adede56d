using System.Security.Cryptography;
using System.Text;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>What was last taken from each address: the etag that its server gave, and the hash of what it sent.</summary>
internal sealed class FeedSources(OneSave saves, NpgsqlDataSource source)
{
    private const string Last = "select etag, body from carehomes.feed_source where source = $1";

    private const string Remember = """
        insert into carehomes.feed_source (source, etag, body, taken_at) values ($1, $2, $3, $4)
        on conflict (source) do update set etag = excluded.etag, body = excluded.body, taken_at = excluded.taken_at
        """;

    /// <summary>What was last taken; nothing of an address that is new.</summary>
    public async Task<(string? Etag, byte[]? Body)> Find(ClockCaller clock, Uri url, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), clock.Call.Organization);
        batch.BatchCommands.Add(WalledBatch.Command(Last, Key(url)));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct)
            ? (await row.IsDBNullAsync(0, ct) ? null : row.GetString(0), await row.IsDBNullAsync(1, ct) ? null : row.GetFieldValue<byte[]>(1))
            : default;
    }

    /// <summary>Remembers what was taken, once all of it is stored.</summary>
    public Task Taken(ClockCaller clock, Uri url, string? etag, byte[] body, CancellationToken ct)
    {
        var request = new { source = Key(url), etag, body };
        var id = clock.RequestId($"feed source {Key(url)} {Convert.ToHexStringLower(body)} {etag}");
        return saves.Run(clock.Call, id, request, Write, _ => id, ct);

        async Task<object> Write(Save save)
        {
            await using var batch = save.Batch();
            batch.BatchCommands.Add(WalledBatch.Command(Remember, Key(url), etag, body, save.Now));
            await batch.ExecuteNonQueryAsync(ct);
            return new object();
        }
    }

    private static string Key(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)));
}
