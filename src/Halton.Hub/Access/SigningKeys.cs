using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Access;

/// <summary>
/// The keys that access tokens are signed with: each node makes its own pair at start and the private half never leaves its memory; the
/// public halves of all nodes stand in the database until the last token they signed has ended.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan AskedEvery = TimeSpan.FromSeconds(1);
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;
    private IReadOnlyDictionary<string, JsonWebKey> published = new Dictionary<string, JsonWebKey>();
    private readonly Lock door = new();
    private Task? asking;
    private long askedAt;

    /// <summary>Makes this node's pair.</summary>
    public SigningKeys(NpgsqlDataSource source, TimeProvider clock)
    {
        (this.source, this.clock) = (source, clock);
        Mine = new ECDsaSecurityKey(pair) { KeyId = Guid.CreateVersion7().ToString("N") };
    }

    /// <summary>This node's pair.</summary>
    public ECDsaSecurityKey Mine { get; }

    /// <summary>The public keys of all nodes.</summary>
    public IEnumerable<JsonWebKey> Published => published.Values;

    /// <summary>Publishes this node's public key and forgets those that have ended.</summary>
    public async Task Publish(CancellationToken ct)
    {
        using var publicHalf = ECDsa.Create(pair.ExportParameters(false));
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(publicHalf) { KeyId = Mine.KeyId });
        var json = JsonSerializer.Serialize(new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, alg = "ES256", use = "sig" });
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from access.signing_key where expires_at < now()"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into access.signing_key (kid, jwk, expires_at) values ($1, $2, $3) on conflict do nothing")
        {
            Parameters =
            {
                new() { Value = Mine.KeyId },
                new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = clock.GetUtcNow() + Life },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
        await Refresh(ct);
    }

    /// <summary>
    /// The public key with an id. About one not seen before the database is asked, at most once a second, and whoever comes in between waits
    /// for that answer: the first tokens of a node that has just started are good at once.
    /// </summary>
    public async ValueTask<SecurityKey?> Find(string kid, CancellationToken ct)
    {
        if (!published.TryGetValue(kid, out var key))
        {
            Task answer;
            lock (door)
            {
                answer = asking ??= Task.Run(AskNext, CancellationToken.None);
            }

            await answer.WaitAsync(ct);
            published.TryGetValue(kid, out key);
        }

        return key;
    }

    /// <inheritdoc />
    public void Dispose() => pair.Dispose();

    private async Task AskNext()
    {
        var wait = AskedEvery - clock.GetElapsedTime(Interlocked.Read(ref askedAt));
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock);
        lock (door)
        {
            // Who comes from here on may ask about a key that this answer does not hold.
            asking = null;
        }

        await Refresh(CancellationToken.None);
    }

    private async Task Refresh(CancellationToken ct)
    {
        Interlocked.Exchange(ref askedAt, clock.GetTimestamp());
        await using var command = source.CreateCommand("select kid, jwk::text from access.signing_key where expires_at > now()");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var keys = new Dictionary<string, JsonWebKey>();
        while (await reader.ReadAsync(ct))
        {
            keys[reader.GetString(0)] = new JsonWebKey(reader.GetString(1));
        }

        published = keys;
    }
}
