using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Server.Postgres;

/// <summary>
/// Keeps the private cluster alive while the hub serves: a database server that has died, started here or taken over, is started again
/// where it was, and calls go on as soon as it answers.
/// </summary>
internal sealed partial class ClusterKeeper(PrivateCluster cluster, ILogger<ClusterKeeper> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = LookEvery;
            if (!cluster.IsAlive)
            {
                pause = await Revive() ? LookEvery : PauseAfterFailure;
            }

            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Revive()
    {
        LogDied(log);
        try
        {
            // Not given up half-way when the hub stops: a server that is only just starting could not be found and stopped.
            await cluster.Revive(CancellationToken.None);
            LogRevived(log);
            return true;
        }
        catch (Exception failed)
        {
            LogNotRevived(log, failed.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The private database server has died; starting it again")]
    private static partial void LogDied(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private database server serves again")]
    private static partial void LogRevived(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private database server could not be started again: {Reason}")]
    private static partial void LogNotRevived(ILogger log, string reason);
}
