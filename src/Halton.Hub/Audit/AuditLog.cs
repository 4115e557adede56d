using System.Threading.Channels;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Audit;

/// <summary>
/// Puts looks on record. Rows of concurrent calls are written together, one statement and one commit, and each caller goes on only when
/// that commit is durable; without an audit nobody gets an answer. The writer has a thread of its own: every caller waits for it, so it must not
/// wait in the pool behind them.
/// </summary>
public sealed partial class AuditLog(NpgsqlDataSource source, Ledger ledger, TimeProvider clock, ILogger<AuditLog> log) : BackgroundService
{
    private const int LargestGroup = 512;
    private const int Busy = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);
    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(20_000) { SingleReader = true });

    /// <summary>Records that a call saw records; returns when that is durable.</summary>
    public Task Seen(Call call, IReadOnlyList<Guid> records, byte[]? subject)
    {
        call.OnRecord = true;
        return Write(call, "success", records, subject);
    }

    /// <summary>Records that a call was refused; returns when that is durable.</summary>
    public Task Refused(Call call, string reason) => Write(call, reason, [], null);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void WriteAll()
    {
        var group = new List<Entry>(LargestGroup);
        while (waiting.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            // Under load a moment's patience lets one commit serve many callers; a lone caller never waits.
            if (group.Count >= Busy)
            {
                Thread.Sleep(Patience);
            }

            group.Clear();
            while (group.Count < LargestGroup && waiting.Reader.TryRead(out var entry))
            {
                group.Add(entry);
            }

            WriteGroup(group);
        }
    }

    /// <summary>Writes what is waiting, then stops: a drain loses no row.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    private Task Write(Call call, string outcome, IReadOnlyList<Guid> records, byte[]? subject)
    {
        var entry = new Entry(new AuditRow(clock.GetUtcNow(), call, outcome, records, subject));
        return waiting.Writer.TryWrite(entry) ? entry.Durable.Task : throw Unavailable();
    }

    private void WriteGroup(List<Entry> group)
    {
        try
        {
            using var batch = source.CreateBatch();
            batch.BatchCommands.Add(AuditRow.Insert(ledger, [.. group.Select(entry => entry.Row)]));
            batch.ExecuteNonQuery();
            foreach (var entry in group)
            {
                entry.Durable.TrySetResult();
            }
        }
        catch (Exception e)
        {
            LogUnwritten(log, group.Count, e.GetType().Name, (e as PostgresException)?.SqlState);
            foreach (var entry in group)
            {
                entry.Durable.TrySetException(Unavailable());
            }
        }
    }

    private static Fault Unavailable() =>
        Fault.Retry(FaultKind.Unavailable, "AUDIT_UNAVAILABLE", "The hub cannot put this call on record, so it does not answer it. Try again.", TimeSpan.FromSeconds(1));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} audit rows could not be written ({Error} {SqlState}); their calls were refused")]
    private static partial void LogUnwritten(ILogger log, int count, string error, string? sqlState);

    private sealed record Entry(AuditRow Row)
    {
        public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
