using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Faults.Load;

/// <summary>Watches discharges; whenever the stream breaks, it goes on from its last resume token.</summary>
internal sealed class Watcher(HubDoor door, History history)
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Guid> delivered = [];
    private volatile int count;
    private string token = "";

    /// <summary>The organisation whose events it hears.</summary>
    public string Organization => door.Organization;

    /// <summary>Completes when it has its first token.</summary>
    public Task Begun => begun.Task;

    /// <summary>How many events came so far.</summary>
    public int Count => count;

    /// <summary>Events in the order in which they came. Read it when <see cref="Run"/> is over.</summary>
    public IReadOnlyList<Guid> Delivered => delivered;

    /// <summary>How often the stream was opened again.</summary>
    public int Reconnects { get; private set; } = -1;

    /// <summary>Watches until told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var trace = HubDoor.NewTrace();
            try
            {
                using var call = door.Calls.WatchDischarges(new WatchDischargesRequest { ResumeToken = token }, await door.Options(trace, null, stop));
                var fresh = true;
                await foreach (var message in call.ResponseStream.ReadAllAsync(stop))
                {
                    Reconnects += fresh ? 1 : 0;
                    fresh = false;
                    Take(message, trace);
                }
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (HubDoor.MayRetry(e))
            {
                await door.Recover(e);
            }
            catch (RpcException e)
            {
                history.Surprise("WatchDischarges", e);
                await door.Recover(e);
            }
        }
    }

    private void Take(WatchDischargesResponse message, string trace)
    {
        if (message.Event is { } happened)
        {
            delivered.Add(Guid.Parse(happened.EventId));
            history.Add(new Seen(door.Partner, "WatchDischarges", trace, Guid.Parse(happened.Discharge.DischargeId)));
            count = delivered.Count;
        }

        token = message.ResumeToken;
        begun.TrySetResult();
    }
}
