using System.Runtime.CompilerServices;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Foundation;

namespace Halton.Hub.Events;

/// <summary>
/// Follows the event log for one caller: every event for its organisation that fits the filter, exactly once and in commit order, each put
/// on record before it is handed over. Ends with a named fault when the hub drains or the caller's right to hear ends.
/// </summary>
public sealed class Watch(EventLog log, EventFeed feed, AuditLog audit, ResumeTokens tokens, PartnerDirectory partners, Drain drain, TimeProvider clock)
{
    private static readonly TimeSpan BookmarkEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RightCheckedEvery = TimeSpan.FromSeconds(2);

    /// <summary>Where a new watch would begin.</summary>
    public async Task<string> TokenForNow(Call call, string filter, CancellationToken ct) => tokens.Seal(call.Caller, filter, await log.Now(ct));

    /// <summary>Follows from a token, or from now, one event at a time.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="prefix">Kinds of event start with this, for example <c>discharge.</c>.</param>
    /// <param name="filter">The filter in words; a token is good for the filter that it was made with.</param>
    /// <param name="fits">The filter.</param>
    /// <param name="resumeToken">Where to go on; null for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public async IAsyncEnumerable<WatchItem> Follow(
        Call call, string prefix, string filter, Func<HubEvent, bool> fits, string? resumeToken, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var batch in FollowBatches(call, prefix, filter, fits, resumeToken, ct))
        {
            if (batch.Events.Count == 0)
            {
                yield return new WatchItem(null, batch.ResumeToken);
            }

            foreach (var one in batch.Events)
            {
                yield return new WatchItem(one, tokens.Seal(call.Caller, filter, one.At));
            }
        }
    }

    /// <summary>Follows from a token, or from now, in batches of what was committed close together: for those who would otherwise hear of very much one by one.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="prefix">Kinds of event start with this, for example <c>capacity.</c>.</param>
    /// <param name="filter">The filter in words; a token is good for the filter that it was made with.</param>
    /// <param name="fits">The filter.</param>
    /// <param name="resumeToken">Where to go on; null for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public async IAsyncEnumerable<WatchBatch> FollowBatches(
        Call call, string prefix, string filter, Func<HubEvent, bool> fits, string? resumeToken, [EnumeratorCancellation] CancellationToken ct)
    {
        var position = string.IsNullOrEmpty(resumeToken) ? await Now(call, ct) : tokens.Open(call.Caller, filter, resumeToken);
        yield return new WatchBatch([], tokens.Seal(call.Caller, filter, position));
        var lastSent = clock.GetTimestamp();
        (Task? More, Task Wake) waiting = (null, Task.CompletedTask);
        while (true)
        {
            DemandRight(call);
            var (events, more) = feed.After(position);
            events ??= await log.After(position, call.Organization, 256, ct);
            var heard = events.Where(e => e.Kind.StartsWith(prefix, StringComparison.Ordinal) && e.IsFor(call.Organization) && e.IsKnown && fits(e)).ToList();
            if (heard.Count > 0)
            {
                if (call.Rule.AboutPerson)
                {
                    await audit.Seen(call, heard.ConvertAll(e => e.RecordId), null);
                }

                yield return new WatchBatch(heard, tokens.Seal(call.Caller, filter, heard[^1].At));
                lastSent = clock.GetTimestamp();
            }

            position = events.Count > 0 ? events[^1].At : position;
            if (clock.GetElapsedTime(lastSent) >= BookmarkEvery)
            {
                yield return new WatchBatch([], tokens.Seal(call.Caller, filter, position));
                lastSent = clock.GetTimestamp();
            }

            if (events.Count == 0)
            {
                // The same wait as long as nothing came: each new one would hang on the drain's task until the node ends.
                waiting = waiting.More == more ? waiting : (more, Task.WhenAny(more, drain.Begun));
                await waiting.Wake.WaitAsync(RightCheckedEvery, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// Where the log stands, told only once the opening of the watch is on record. That commit carries every transaction below the place
    /// to disk: otherwise a database that crashes could give their ids out again, to events that this watch would take for past.
    /// </summary>
    private async Task<EventPosition> Now(Call call, CancellationToken ct)
    {
        var now = await log.Now(ct);
        await audit.Seen(call, [], null);
        return now;
    }

    private void DemandRight(Call call)
    {
        if (drain.Begun.IsCompleted)
        {
            throw Fault.Retry(FaultKind.Unavailable, "DRAINING", "This node is stopping. Watch again with the resume token.", TimeSpan.FromMilliseconds(200));
        }

        if (clock.GetUtcNow() >= call.Caller.ExpiresAt)
        {
            throw new Fault(FaultKind.Unauthenticated, "TOKEN_EXPIRED", "The access token has ended. Get a new one and watch again with the resume token.");
        }

        partners.DemandActive(call.Caller.Partner);
    }
}
