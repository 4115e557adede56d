using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>A watch that reads its first message and then nothing, until the hub has cut it off; then it goes on from where it was.</summary>
internal sealed class SlowReader(GrpcChannel channel, AsyncServerStreamingCall<byte[]> call, string mark)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens it.</summary>
    public static async Task<SlowReader> Open(HubProcess hub, CancellationToken ct)
    {
        var mark = await hub.Database.Value<string>("select pg_current_xact_id()::text", ct);
        var (channel, call) = Watchers.OpenSlow(hub.Grpc, await hub.Headers(), new WatchCapacityRequest());
        await call.ResponseStream.MoveNext(ct);
        return new SlowReader(channel, call, mark);
    }

    /// <summary>Reads what came before the cut, resumes, and compares with the log. Answers how it was cut off, and what was missing or doubled.</summary>
    public async Task<(string Cut, string Missing)> Resume(HubProcess hub, CancellationToken ct)
    {
        var (heard, token, cut) = (new List<Guid>(), Heard.Read(call.ResponseStream.Current).Token, "not cut off");
        try
        {
            while (await call.ResponseStream.MoveNext(ct))
            {
                token = Take(heard, call.ResponseStream.Current);
            }
        }
        catch (RpcException e)
        {
            // Behind data that was never read no trailer can be sent: the hub resets such a stream, and the token is that of the last message read.
            cut = $"{e.StatusCode} after {heard.Count} events";
        }

        call.Dispose();
        channel.Dispose();
        var expected = (await hub.Database.Rows($"select id from events.event where kind like 'capacity.%' and xid > '{mark}'::xid8", ct)).ConvertAll(row => (Guid)row[0]!);
        var (again, rest) = Watchers.OpenSlow(hub.Grpc, await hub.Headers(), new WatchCapacityRequest { ResumeToken = token });
        using (again)
        using (rest)
        {
            var before = heard.Count;
            for (var began = Stopwatch.GetTimestamp(); heard.Count < expected.Count && Stopwatch.GetElapsedTime(began) < Patience && await rest.ResponseStream.MoveNext(ct);)
            {
                Take(heard, rest.ResponseStream.Current);
            }

            Report.Progress.Say($"slow reader: {before} events before the cut, {heard.Count - before} after resuming");
        }

        return (cut, $"{expected.Except(heard).Count()} missing, {heard.Count - heard.Distinct().Count()} doubled");
    }

    private static string Take(List<Guid> heard, byte[] message)
    {
        var read = Heard.Read(message);
        heard.AddRange(read.Events.Select(e => e.Id));
        return read.Token;
    }
}
