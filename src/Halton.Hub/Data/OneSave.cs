using System.Data;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
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

    private readonly IDbContextFactory<HubDb> databases;
    private readonly Ledger ledger;
    private readonly DatabaseFaults faults;
    private readonly TimeProvider clock;
    private readonly ILookup<string, Follower> followers;

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

    /// <summary>Runs many changes of one caller together: all that were done commit, or none.</summary>
    /// <param name="call">The permitted call behind them.</param>
    /// <param name="requestIds">The caller's own ids of all of them.</param>
    /// <param name="changes">Does them, each in the set; what it throws leaves nothing behind.</param>
    /// <param name="ct">Ends it early, before it commits.</param>
    internal async Task<T> Run<T>(Call call, IReadOnlyCollection<Guid> requestIds, Func<SaveSet, Task<T>> changes, CancellationToken ct)
    {
        try
        {
            return await Together(call, requestIds, changes, ct);
        }
        catch (Exception e) when (DatabaseFaults.Lost(e) && faults.Translate(e) is { } fault)
        {
            throw fault;
        }
    }

    private Task<TAnswer> Once<TRequest, TAnswer>(
        Call call, Guid requestId, TRequest request, Func<Save, Task<TAnswer>> change, Func<TAnswer, Guid> recordId, CancellationToken ct)
        where TAnswer : class
    {
        var fingerprint = SaveSet.Fingerprint(request);
        return Together(call, [requestId], Change, ct);

        async Task<TAnswer> Change(SaveSet set)
        {
            var first = set.First<TAnswer>(call, requestId, fingerprint);
            await (call.Fence?.Demand(set.Connection, set.Transaction, ct) ?? Task.CompletedTask);
            if (first is not null)
            {
                set.Repeat(call, recordId(first));
                return first;
            }

            var answer = await change(set.Save);
            await set.Done(call, requestId, fingerprint, answer, recordId(answer), ct);
            return answer;
        }
    }

    private async Task<T> Together<T>(Call call, IReadOnlyCollection<Guid> requestIds, Func<SaveSet, Task<T>> changes, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // What fails, fails whole: a savepoint before each part would be two more ways to the database and back.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var set = new SaveSet(new Save(db, clock.GetUtcNow().Kept(), call.Organization), ledger, followers);
        try
        {
            await set.Begin(call, requestIds, ct);
            var done = await changes(set);
            await set.End(ct);
            await transaction.CommitAsync(CancellationToken.None);
            set.OnRecord();
            return done;
        }
        catch (InvalidOperationException lost) when (set.Connection.State != ConnectionState.Open)
        {
            // What Npgsql says when the next step finds the transaction gone with its connection.
            throw new NpgsqlException("The connection was lost before the commit was answered.", lost);
        }
    }
}
