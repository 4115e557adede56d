using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Load;
using Halton.Hub.Client;

namespace Halton.Hub.Bench.Hostile;

/// <summary>One partner that sends hostile requests, each a little different from the one before.</summary>
internal sealed class Attack(Uri address, AccessTokens tokens) : IDisposable
{
    /// <summary>Who it is.</summary>
    public const string Partner = "vcfse-2";

    private const int Callers = 4;
    private const int TurnedAway = 429;
    private static readonly byte[] Data = "\"data\":{"u8.ToArray();
    private readonly HttpLine[] lines = [.. Enumerable.Range(0, Callers).Select(_ => new HttpLine(address))];
    private int sent;

    /// <summary>Sends everything, over and over, on all lines, for a time.</summary>
    public async Task<Calls> For(TimeSpan time, CancellationToken ct)
    {
        string[] all = [.. Corpus.Kinds.SelectMany(kind => kind.Bodies)];
        var requests = Task.WhenAll(lines.Select(_ => Requests(all)));
        var (began, ready) = (Stopwatch.GetTimestamp(), await requests);
        var each = await Task.WhenAll(lines.Select((line, i) => Task.Factory.StartNew(() => One(line, ready[i], i * all.Length / Callers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.SelectMany(e => e.Took).Order()], each.Sum(e => e.Errors), each.Select(e => e.Error).FirstOrDefault(e => e is not null));

        (List<long> Took, int Errors, string? Error) One(HttpLine line, byte[][] bodies, int start)
        {
            var (took, errors, error) = (new List<long>(), 0, default(string));
            for (var turn = start; !ct.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < time; turn++)
            {
                var (ticks, _, wrong) = Send(line, bodies[turn % bodies.Length]);
                took.Add(ticks);
                (errors, error) = wrong is null ? (errors, error) : (errors + 1, error ?? wrong);
            }

            return (took, errors, error);
        }
    }

    /// <summary>Sends one kind a number of times, alone; what the hub turns away unread is sent again.</summary>
    public async Task<Calls> Alone(HostileKind kind, int tries)
    {
        var (requests, began, each) = (await Requests(kind.Bodies), Stopwatch.GetTimestamp(), new List<(long Took, string? Wrong)>());
        while (each.Count < tries)
        {
            var (took, read, wrong) = Send(lines[0], requests[each.Count % requests.Length]);
            if (read)
            {
                each.Add((took, wrong));
            }
        }

        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.Select(e => e.Took).Order()], each.Count(e => e.Wrong is not null), each.Select(e => e.Wrong).FirstOrDefault(e => e is not null));
    }

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(lines, line => line.Dispose());

    private async Task<byte[][]> Requests(IEnumerable<string> bodies)
    {
        var token = await tokens.Get();
        return [.. bodies.Select(body => HttpLine.Request(address, token, SearchDocument.Purpose, body))];
    }

    // What is wrong with the answer, if anything: it must refuse, and hold nothing.
    private (long Took, bool Read, string? Wrong) Send(HttpLine line, byte[] request)
    {
        if (request.AsSpan().LastIndexOf("#0"u8) is var at and >= 0)
        {
            (Interlocked.Increment(ref sent) % 10_000_000).TryFormat(request.AsSpan(at + 2), out _, "D7", CultureInfo.InvariantCulture);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            var (status, body) = line.Send(request);
            var took = Stopwatch.GetTimestamp() - began;
            var refused = status is >= 400 and < 500 || (status == 200 && body.Span.IndexOf("\"errors\":["u8) >= 0 && body.Span.IndexOf(Data) < 0);
            return (took, status != TurnedAway, refused ? null : $"status {status}: {System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(200, body.Length)])}");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            line.Dispose();
            return (Stopwatch.GetTimestamp() - began, true, e.Message);
        }
    }
}
