using Halton.Hub.Bench.Hubs;

namespace Halton.Hub.Bench.Load;

/// <summary>One of the two sides of a comparison: how to call it for a time, which process serves it (none when the database alone does), and which database.</summary>
internal sealed record Side(string Name, Func<TimeSpan, CancellationToken, Task<Calls>> Call, int? Server, HubDatabase Database, int Postmaster)
{
    /// <summary>Runs one round and reads what it cost.</summary>
    public async Task<Round> Measure(TimeSpan time, CancellationToken ct)
    {
        var before = Read();
        var calls = await Call(time, ct);
        await Database.Checkpoint(ct);
        var after = Read();
        if (calls.Answered == 0)
        {
            throw new BenchFailed($"{Name} answered no call: {calls.FirstError}");
        }

        var spent = (after.Server - before.Server, after.Postgres - before.Postgres, after.Caller - before.Caller);
        return new Round(calls, spent.Item1, spent.Item2, spent.Item3, after.Machine - before.Machine);
    }

    private (double Server, double Postgres, double Caller, double Machine) Read() =>
        (Server is { } pid ? Cpu.Of(pid) : 0, Cpu.OfFamily(Postmaster), Cpu.Of(Environment.ProcessId), Cpu.OfMachine());
}
