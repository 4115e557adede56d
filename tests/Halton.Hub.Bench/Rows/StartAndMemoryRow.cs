using System.Globalization;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// How long the hub takes from the start of its process to "hub ready": the first time, when it makes its database and loads the
/// demonstration data, and later; and the memory of its process after 100,000 calls.
/// </summary>
internal static class StartAndMemoryRow
{
    private const double MostFirst = 10;
    private const double MostLater = 3;
    private const double MostMemory = 300;
    private const int Calls = 100_000;
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var (first, later, memory) = (new List<double>(), new List<double>(), default((double Now, double Most)));
        for (var round = 0; round < options.Rounds; round++)
        {
            var folder = DataFolders.Fresh(options);
            try
            {
                await using (var hub = await HubProcess.Start(options, folder, ct))
                {
                    first.Add(hub.StartedIn.TotalSeconds);
                }

                await using (var hub = await HubProcess.Start(options, folder, ct))
                {
                    later.Add(hub.StartedIn.TotalSeconds);
                    Progress.Say($"first start {Show.Two(first[^1])} s, later start {Show.Two(later[^1])} s");
                    memory = round + 1 == options.Rounds ? await AfterCalls(hub, ct) : memory;
                }
            }
            finally
            {
                DataFolders.Remove(folder);
            }
        }

        return Told(Show.Median(first), Show.Median(later), memory);
    }

    private static async Task<(double Now, double Most)> AfterCalls(HubProcess hub, CancellationToken ct)
    {
        await hub.Database.RaiseRate(ct);
        using var callers = new Callers(hub.Grpc, await hub.Database.Numbers(ct), hub.Headers);
        var calls = await callers.Exactly(Calls, AtMost, ct);
        return calls is { Errors: 0, Answered: Calls } ? (Megabytes(hub.Pid, "VmRSS"), Megabytes(hub.Pid, "VmHWM")) : throw new BenchFailed($"{calls.Errors} calls failed: {calls.FirstError}");
    }

    private static double Megabytes(int pid, string what)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private static RowResult Told(double first, double later, (double Now, double Most) memory) => new(
        "",
        [
            new Figure("first start to ready, s", Show.Two(first)),
            new Figure("later start to ready, s", Show.Two(later)),
            new Figure("memory of the hub after 100,000 calls, MB", Show.Whole(memory.Now)),
            new Figure("memory of the hub at most, MB", Show.Whole(memory.Most)),
        ],
        [
            new Promise("first start ≤ 10 s", Show.Two(first), first <= MostFirst),
            new Promise("later start ≤ 3 s", Show.Two(later), later <= MostLater),
            new Promise("memory after 100,000 calls ≤ 300 MB", Show.Whole(memory.Now), memory.Now <= MostMemory),
        ],
        ["The first start makes the database and loads 10,000 stays. Memory is the resident set of the hub's process; its PostgreSQL is not in it."]);
}
