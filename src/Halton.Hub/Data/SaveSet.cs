using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Data;

/// <summary>Changes of one caller that commit together: each runs once, and leaves its answer, its audit row and its events.</summary>
internal sealed class SaveSet
{
    private const string WaitForTurns = "select bool_and(pg_advisory_xact_lock(hashtextextended(turn, 0)) is not null) from unnest($1) turn";
    private const string TakeTurns = "select bool_and(pg_try_advisory_xact_lock(hashtextextended(turn, 0))) from unnest($1) turn";
    private const string Columns = " (partner, request_id, org, operation, fingerprint, answer, answered_at) ";
    private readonly Ledger ledger;
    private readonly ILookup<string, Follower> followers;
    private readonly Dictionary<Guid, FirstAnswer> first = [];
    private readonly Dictionary<object, byte[]> json = new(ReferenceEqualityComparer.Instance);
    private readonly List<FirstAnswer> fresh = [];
    private readonly List<AuditRow> audit = [];
    private string teller;
    private int followed;
    private int told;
    private int done;

    /// <summary>Makes it for a save.</summary>
    public SaveSet(Save save, Ledger ledger, ILookup<string, Follower> followers)
    {
        (Save, this.ledger, this.followers, teller) = (save, ledger, followers, save.Organization);
        save.BeforeMoreSee = TellOfThoseBefore;
    }

    /// <summary>The state and the events.</summary>
    public Save Save { get; }

    /// <summary>The connection that it runs on.</summary>
    public NpgsqlConnection Connection => (NpgsqlConnection)Save.Db.Database.GetDbConnection();

    /// <summary>Its transaction.</summary>
    public NpgsqlTransaction Transaction => (NpgsqlTransaction)Save.Db.Database.CurrentTransaction!.GetDbTransaction();

    /// <summary>What tells whether a repeat is the same.</summary>
    public static byte[] Fingerprint<TRequest>(TRequest request) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, HubJson.Options));

    /// <summary>Waits for twins and reads what was answered to them. Fault: REQUEST_STILL_RUNNING.</summary>
    public async Task Begin(Call call, IReadOnlyCollection<Guid> requestIds, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(Save.Batch(), call.Organization);
        string[] turns = [.. requestIds.Select(id => $"{call.Caller.Partner} {id}").Order(StringComparer.Ordinal)];
        batch.BatchCommands.Add(WalledBatch.Command(call.TurnsTwinsAway ? TakeTurns : WaitForTurns, (object)turns));
        batch.BatchCommands.Add(WalledBatch.Command(
            $"select request_id, operation, fingerprint, answer::text from {ledger.Answered} where partner = $1 and request_id = any ($2)", call.Caller.Partner, requestIds.ToArray()));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct) || (!reader.IsDBNull(0) && !reader.GetBoolean(0)))
        {
            throw Fault.Retry(FaultKind.Unavailable, OneSave.StillRunning, "The same request is still running. Ask again.", TimeSpan.FromSeconds(1));
        }

        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            first.Add(reader.GetGuid(0), new FirstAnswer(call, reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3)));
        }
    }

    /// <summary>Whether a request was answered before.</summary>
    public bool IsAnswered(Guid requestId) => first.ContainsKey(requestId);

    /// <summary>The first answer to a request; null when it has none yet. Fault: REQUEST_ID_REUSED.</summary>
    public TAnswer? First<TAnswer>(Call call, Guid requestId, byte[] fingerprint)
        where TAnswer : class
    {
        if (!first.TryGetValue(requestId, out var known))
        {
            return null;
        }

        return known.Operation == call.Rule.Name && known.Fingerprint.AsSpan().SequenceEqual(fingerprint)
            ? known.Answer as TAnswer ?? JsonSerializer.Deserialize<TAnswer>((string)known.Answer, HubJson.Options)
            : throw new Fault(FaultKind.AlreadyExists, "REQUEST_ID_REUSED", "This request_id was used for another request. Use a new UUID for each new request.");
    }

    /// <summary>A request was answered as it was before.</summary>
    public void Repeat(Call call, Guid recordId) => audit.Add(new AuditRow(Save.Now, call, "success", [recordId], null));

    /// <summary>A change is done: what follows from its events follows now.</summary>
    public async Task Done(Call call, Guid requestId, byte[] fingerprint, object answer, Guid recordId, CancellationToken ct)
    {
        // Events that follow from a follower's own are followed too, so the list may grow while it is read.
        for (; followed < Save.Events.Count; followed++)
        {
            foreach (var follower in followers[Save.Events[followed].Kind])
            {
                await follower.Follow(Save, Save.Events[followed], ct);
            }
        }

        done = followed;
        var given = new FirstAnswer(call, requestId, call.Rule.Name, fingerprint, answer);
        fresh.Add(given);
        first[requestId] = given;
        Repeat(call, recordId);
    }

    /// <summary>Writes everything that is not written yet.</summary>
    public async Task End(CancellationToken ct)
    {
        await Save.Db.SaveChangesAsync(ct);
        await using var logs = Save.Batch();
        if (audit.Count > 0)
        {
            logs.BatchCommands.Add(AuditRow.Insert(ledger, audit));
        }

        if (fresh.Count > 0)
        {
            logs.BatchCommands.Add(Remember());
        }

        Tell(logs, Save.Events.Count);
        if (Save.Events.Count > 0)
        {
            logs.BatchCommands.Add(EventLog.Wake());
        }

        if (logs.BatchCommands.Count > 0)
        {
            await logs.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Notes that all calls have left their audit rows.</summary>
    public void OnRecord() => audit.ForEach(row => row.Call.OnRecord = true);

    private NpgsqlBatchCommand Remember() => fresh is [var one]
        ? WalledBatch.Command(
            $"insert into {ledger.Answered}{Columns}values ($1, $2, $3, $4, $5, $6, $7)",
            one.Call.Caller.Partner,
            one.RequestId,
            one.Call.Organization,
            one.Operation,
            one.Fingerprint,
            HubJson.Parameter(one.Answer),
            Save.Now)
        : new($"insert into {ledger.Answered}{Columns}select $1, id, $2, operation, fingerprint, answer, $3 from unnest($4, $5, $6, $7) as told (id, operation, fingerprint, answer)")
        {
            Parameters =
            {
                new NpgsqlParameter { Value = fresh[0].Call.Caller.Partner },
                new NpgsqlParameter { Value = Save.Organization },
                new NpgsqlParameter { Value = Save.Now },
                WalledBatch.Column(fresh, NpgsqlDbType.Uuid, f => f.RequestId),
                WalledBatch.Column(fresh, NpgsqlDbType.Text, f => f.Operation),
                WalledBatch.Column(fresh, NpgsqlDbType.Bytea, f => f.Fingerprint),
                WalledBatch.Column(fresh, NpgsqlDbType.Jsonb, f => Json(f.Answer)),
            },
        };

    // Each event is told by the one who made it, in the order in which they were made.
    private void Tell(NpgsqlBatch logs, int before)
    {
        while (told < before)
        {
            var begin = Save.Events[told];
            var alike = Save.Events.Skip(told).Take(before - told).TakeWhile(e => e.Teller == begin.Teller && e.AudienceFunction == begin.AudienceFunction).ToList();
            Name(logs, begin.Teller);
            logs.BatchCommands.Add(alike.Count == 1 ? EventLog.Row(ledger, begin, Save.Now) : EventLog.Rows(ledger, alike, Save.Now, Json));
            told += alike.Count;
        }
    }

    private async Task TellOfThoseBefore(CancellationToken ct)
    {
        if (told < done)
        {
            await Save.Db.SaveChangesAsync(ct);
            await using var logs = Save.Batch();
            Tell(logs, done);
            Name(logs, Save.Organization);
            await logs.ExecuteNonQueryAsync(ct);
        }
    }

    private void Name(NpgsqlBatch logs, string next)
    {
        if (next != teller)
        {
            WalledBatch.For(logs, next);
            teller = next;
        }
    }

    // An answer is often the payload of the event too.
    private byte[] Json(object value) => json.TryGetValue(value, out var known) ? known : json[value] = HubJson.Bytes(value);

    private sealed record FirstAnswer(Call Call, Guid RequestId, string Operation, byte[] Fingerprint, object Answer);
}
