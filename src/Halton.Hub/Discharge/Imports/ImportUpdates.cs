using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Discharge.Imports;

/// <summary>
/// A trust's feed: each line goes the way of the operation that takes it, with its access, rules, faults, event and audit, and is answered in the order in which the lines
/// came. Lines of one stay wait for one another; lines of different stays go side by side. The key of a line is its request id, so that a line sent again, after a break or by
/// mistake, is answered as it was and not taken twice. No line's fault stops the feed. Faults of the feed itself: DRAINING.
/// </summary>
public sealed class ImportUpdates(NpgsqlDataSource source, AccessTable table, ImportedUpdates updates, AuditLog audit, Drain drain, TimeProvider clock)
{
    private const int Lanes = 16;
    private const int MostWaiting = 256;
    private const string Stay = "select id from discharge.stay where trust = $1 and spell_identifier = $2 order by state = 5, admitted_at desc limit 1";

    /// <summary>Takes a feed; no more lines are read than wait to be answered.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="feed">The trust's own id of the feed: keys are unique in it.</param>
    /// <param name="lines">The lines as they come.</param>
    /// <param name="ct">Ends it early; what was taken stays taken.</param>
    public async IAsyncEnumerable<ImportAnswer> Run(Call call, string feed, IAsyncEnumerable<ImportItem> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var answers = Channel.CreateBounded<Task<ImportAnswer>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        var reading = Feed(call, feed, lines, answers.Writer, end.Token);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(ct))
            {
                yield return await answer;
            }
        }
        finally
        {
            await end.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Feed(Call call, string feed, IAsyncEnumerable<ImportItem> lines, ChannelWriter<Task<ImportAnswer>> answers, CancellationToken ct)
    {
        var lanes = Enumerable.Repeat(Task.CompletedTask, Lanes).ToArray();
        try
        {
            await foreach (var line in lines.WithCancellation(ct))
            {
                if (drain.Begun.IsCompleted)
                {
                    throw Fault.Retry(FaultKind.Unavailable, "DRAINING", "This node is stopping. Send the lines without an answer again.", TimeSpan.FromMilliseconds(200));
                }

                var lane = (int)((uint)string.GetHashCode(line.Spell ?? line.DischargeId ?? line.Key, StringComparison.Ordinal) % Lanes);
                var answer = After(lanes[lane], call, feed, line, ct);
                lanes[lane] = answer;
                await answers.WriteAsync(answer, ct);
            }

            answers.Complete();
        }
        catch (Exception e)
        {
            answers.Complete(e);
        }
    }

    private async Task<ImportAnswer> After(Task before, Call call, string feed, ImportItem line, CancellationToken ct)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var each = call with { };
        try
        {
            var started = clock.GetUtcNow().Kept();
            var update = Checked(line);
            each = new Call(call.Caller, table.Find(ImportedUpdates.Door(update)), call.Purpose, call.TraceId);
            AccessTable.Demand(each.Rule, each.Caller, each.Purpose);
            var stay = line.DischargeId ?? (update is RecordAdmission.Request ? "" : await Find(call, line.Spell!, ct));
            var taken = await updates.Take(each, update, RequestId(call, feed, line.Key), stay, ct);
            return new ImportAnswer(line.Key, taken.Id, taken.Etag, taken.ChangedAt < started, null);
        }
        catch (Fault fault)
        {
            if (!each.OnRecord && fault.Kind is not (FaultKind.Unavailable or FaultKind.ResourceExhausted))
            {
                await audit.Refused(each, fault.Reason);
            }

            return new ImportAnswer(line.Key, null, null, false, fault.Reason == "REQUEST_ID_REUSED"
                ? new Fault(FaultKind.AlreadyExists, "ITEM_KEY_REUSED", "A line of this key was taken, and said something else. Use a new key for each new line.")
                : fault);
        }
    }

    private static object Checked(ImportItem line)
    {
        var check = new FieldChecks();
        check.Text(line.Key, "item_key", 100);
        check.OptionalText(line.Spell, "spell_identifier", 50);
        var update = line.Read();
        check.That(update is not null, "update", "REQUIRED", "Say what happened.");
        var admission = update is RecordAdmission.Request;
        check.That(!admission || line.DischargeId is null, "discharge_id", "NOT_EXPECTED", "An admission opens a stay of its own.");
        check.That(admission || (line.Spell is null) != (line.DischargeId is null), "discharge_id", "REQUIRED", "Name the stay by the hub's id or by its spell; give exactly one.");
        check.Settle();
        return update!;
    }

    private async Task<string> Find(Call call, string spell, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), call.Organization);
        batch.BatchCommands.Add(WalledBatch.Command(Stay, call.Organization, spell));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct) ? row.GetGuid(0).ToString() : throw DischargeFaults.NotFound();
    }

    // A UUID of version 8, made of partner, feed and key: the same line has the same id on whichever node and however often.
    private static string RequestId(Call call, string feed, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Caller.Partner}\n{feed}\n{key}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
