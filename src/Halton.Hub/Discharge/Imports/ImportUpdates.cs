using System.Runtime.CompilerServices;
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
/// came. Lines that wait are taken together, in one transaction; those of one stay one after another. The key of a line is its request id, so that a line sent again, after a
/// break or by mistake, is answered as it was and not taken twice. No line's fault stops the feed. Faults of the feed itself: DRAINING.
/// </summary>
public sealed class ImportUpdates
{
    private const int Lanes = 2;
    private const int MostWaiting = 256;
    private const int Busy = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);
    private readonly AccessTable table;
    private readonly AuditLog audit;
    private readonly Drain drain;
    private readonly TakeLine alone;
    private readonly TakeLines together;

    /// <summary>Makes it.</summary>
    public ImportUpdates(NpgsqlDataSource source, OneSave saves, StayForChange stays, ImportedUpdates updates, AccessTable table, AuditLog audit, Drain drain, TimeProvider clock)
    {
        (this.table, this.audit, this.drain) = (table, audit, drain);
        (alone, together) = (new TakeLine(source, updates, audit, clock), new TakeLines(saves, stays, updates));
    }

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
        var lanes = Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<WaitingLine>(new() { SingleReader = true, SingleWriter = true })).ToArray();
        var working = Task.WhenAll(lanes.Select(lane => Work(call, lane.Reader, ct)));
        try
        {
            await foreach (var item in lines.WithCancellation(ct))
            {
                if (drain.Begun.IsCompleted)
                {
                    throw Fault.Retry(FaultKind.Unavailable, "DRAINING", "This node is stopping. Send the lines without an answer again.", TimeSpan.FromMilliseconds(200));
                }

                var waiting = new WaitingLine(ImportLine.Of(call, feed, item, table));
                await answers.WriteAsync(waiting.Answer.Task, ct);
                var lane = (uint)string.GetHashCode(item.Spell ?? item.DischargeId ?? item.Key, StringComparison.Ordinal) % Lanes;
                lanes[lane].Writer.TryWrite(waiting);
            }

            answers.Complete();
        }
        catch (Exception e)
        {
            answers.Complete(e);
        }
        finally
        {
            Array.ForEach(lanes, lane => lane.Writer.Complete());
            await working;
        }
    }

    private async Task Work(Call call, ChannelReader<WaitingLine> lane, CancellationToken ct)
    {
        var waiting = new List<WaitingLine>(MostWaiting);
        var last = 0;
        while (waiting.Count > 0 || await lane.WaitToReadAsync(CancellationToken.None))
        {
            // Under load a moment's patience lets one commit serve many lines; a line that comes by itself never waits.
            await (last >= Busy ? Task.Delay(Patience, TimeProvider.System, CancellationToken.None) : Task.CompletedTask);
            while (waiting.Count < MostWaiting && lane.TryRead(out var line))
            {
                waiting.Add(line);
            }

            try
            {
                var answers = await Take(call, waiting.ConvertAll(each => each.Line), ct);
                last = answers.Count;
                for (var i = 0; i < answers.Count; i++)
                {
                    waiting[i].Answer.SetResult(answers[i]);
                }

                waiting.RemoveRange(0, answers.Count);
            }
            catch (Exception e)
            {
                waiting.ForEach(each => each.Answer.SetException(e));
                waiting.Clear();
            }
        }
    }

    // Takes the first of the lines, and as many behind it as go with it. When a set is broken, by whichever line, nothing of it was taken and its first half is tried.
    private async Task<IReadOnlyList<ImportAnswer>> Take(Call call, List<ImportLine> lines, CancellationToken ct)
    {
        List<LineOutcome> outcomes;
        try
        {
            outcomes = lines.Count > 1 ? await together.Run(call, lines, ct) : [];
        }
        catch (Fault fault) when (fault.Kind == FaultKind.Unavailable)
        {
            outcomes = lines.ConvertAll(_ => new LineOutcome(null, false, fault));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await Take(call, lines[..(lines.Count / 2)], ct);
        }

        return outcomes.Count == 0
            ? [await alone.Run(lines[0], ct)]
            : await Task.WhenAll(outcomes.Select((outcome, i) => outcome.Refused is { } fault ? lines[i].Refused(fault, audit) : Task.FromResult(lines[i].Taken(outcome.Status!, outcome.Before))));
    }

    private sealed record WaitingLine(ImportLine Line)
    {
        public TaskCompletionSource<ImportAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
