using System.Data;
using System.Security.Cryptography;
using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// The one way to change a record: state, event, audit row and the answer kept for repeats commit together or not at all, behind the row
/// walls. A repeat of the same request gets the first answer; a concurrent twin waits for the first to finish, or is turned away if the call says so.
/// </summary>
public sealed class OneSave
{
    /// <summary>A twin is still running, on this node or on another.</summary>
    public const string StillRunning = "REQUEST_STILL_RUNNING";

    private const string WaitForTurn = "select pg_advisory_xact_lock(hashtextextended($1, 0)) is not null";
    private const string TakeTurn = "select pg_try_advisory_xact_lock(hashtextextended($1, 0))";
    private readonly IDbContextFactory<HubDb> databases;
    private readonly Ledger ledger;
    private readonly DatabaseFaults faults;
    private readonly TimeProvider clock;
    private readonly ILookup<string, Follower> followers;
    private readonly string firstAnswer;
    private readonly string remember;

    /// <summary>Makes it for a ledger.</summary>
    /// <param name="databases">The serving account's sessions.</param>
    /// <param name="ledger">Where answers, events and audit rows go.</param>
    /// <param name="faults">What the database's refusals mean.</param>
    /// <param name="followers">What slices do in each other's saves.</param>
    /// <param name="clock">Tells the moment.</param>
    internal OneSave(IDbContextFactory<HubDb> databases, Ledger ledger, DatabaseFaults faults, IEnumerable<Follower> followers, TimeProvider clock)
    {
        (this.databases, this.ledger, this.faults, this.clock) = (databases, ledger, faults, clock);
        this.followers = followers.SelectMany(f => f.Kinds, (follower, kind) => (follower, kind)).ToLookup(pair => pair.kind, pair => pair.follower);
        firstAnswer = $"select operation, fingerprint, answer::text from {ledger.Answered} where partner = $1 and request_id = $2";
        remember = $"insert into {ledger.Answered} (partner, request_id, org, operation, fingerprint, answer, answered_at) values ($1, $2, $3, $4, $5, $6, $7)";
    }

    /// <summary>Runs a change once.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's own id of the request.</param>
    /// <param name="request">The request; its content decides whether a repeat is the same.</param>
    /// <param name="change">Loads, decides, changes and answers; a fault thrown here leaves nothing behind.</param>
    /// <param name="recordId">The record that an answer is about.</param>
    /// <param name="ct">Ends the change early, before it commits.</param>
    public async Task<TAnswer> Run<TRequest, TAnswer>(
        Call call, Guid requestId, TRequest request, Func<Save, Task<TAnswer>> change, Func<TAnswer, Guid> recordId, CancellationToken ct)
        where TAnswer : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(call, requestId, request, change, recordId, ct);
            }
            catch (Exception e) when (attempt < 3 && DatabaseFaults.LostARace(e))
            {
                // Nothing was saved; the next attempt sees what the winner left.
            }
            catch (Exception e) when (faults.Translate(e) is { } fault)
            {
                throw fault;
            }
        }
    }

    private async Task<TAnswer> Once<TRequest, TAnswer>(
        Call call, Guid requestId, TRequest request, Func<Save, Task<TAnswer>> change, Func<TAnswer, Guid> recordId, CancellationToken ct)
        where TAnswer : class
    {
        var fingerprint = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, HubJson.Options));
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var held = (NpgsqlTransaction)transaction.GetDbTransaction();
        var save = new Save(db, clock.GetUtcNow().Kept(), call.Organization);

        try
        {
            var answer = await Answered<TAnswer>(call, requestId, fingerprint, connection, held, ct);
            await (call.Fence?.Demand(connection, held, ct) ?? Task.CompletedTask);
            var repeat = answer is not null;
            if (answer is null)
            {
                answer = await change(save);
                await LetFollow(save, ct);
                await db.SaveChangesAsync(ct);
            }

            var teller = call.Organization;
            await using var logs = new NpgsqlBatch(connection, held);
            logs.BatchCommands.Add(AuditLog.Row(ledger, call, save.Now, "success", [recordId(answer)]));
            if (!repeat)
            {
                logs.BatchCommands.Add(WalledBatch.Command(
                    remember, call.Caller.Partner, requestId, call.Organization, call.Rule.Name, fingerprint, HubJson.Parameter(answer), save.Now));
            }

            foreach (var told in save.Events)
            {
                Name(logs, told.Teller, ref teller);
                logs.BatchCommands.Add(EventLog.Row(ledger, told, save.Now));
            }

            if (save.Events.Count > 0)
            {
                logs.BatchCommands.Add(EventLog.Wake());
            }

            await logs.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
            call.OnRecord = true;
            return answer;
        }
        catch (InvalidOperationException lost) when (connection.State != ConnectionState.Open)
        {
            // What Npgsql says when the next step finds the transaction gone with its connection.
            throw new NpgsqlException("The connection was lost before the commit was answered.", lost);
        }
    }

    // Events that follow from a follower's own are followed too, so the list may grow while it is read.
    private async Task LetFollow(Save save, CancellationToken ct)
    {
        for (var i = 0; i < save.Events.Count; i++)
        {
            foreach (var follower in followers[save.Events[i].Kind])
            {
                await follower.Follow(save, save.Events[i], ct);
            }
        }
    }

    private static void Name(NpgsqlBatch logs, string teller, ref string named)
    {
        if (teller != named)
        {
            WalledBatch.For(logs, teller);
            named = teller;
        }
    }

    private async Task<TAnswer?> Answered<TAnswer>(
        Call call, Guid requestId, byte[] fingerprint, NpgsqlConnection connection, NpgsqlTransaction held, CancellationToken ct)
        where TAnswer : class
    {
        await using var batch = WalledBatch.For(new NpgsqlBatch(connection, held), call.Organization);
        batch.BatchCommands.Add(WalledBatch.Command(call.TurnsTwinsAway ? TakeTurn : WaitForTurn, $"{call.Caller.Partner} {requestId}"));
        batch.BatchCommands.Add(WalledBatch.Command(firstAnswer, call.Caller.Partner, requestId));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct) || !reader.GetBoolean(0))
        {
            throw Fault.Retry(FaultKind.Unavailable, StillRunning, "The same request is still running. Ask again.", TimeSpan.FromSeconds(1));
        }

        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        return reader.GetString(0) == call.Rule.Name && reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(fingerprint)
            ? JsonSerializer.Deserialize<TAnswer>(reader.GetString(2), HubJson.Options)
            : throw new Fault(FaultKind.AlreadyExists, "REQUEST_ID_REUSED", "This request_id was used for another request. Use a new UUID for each new request.");
    }
}
