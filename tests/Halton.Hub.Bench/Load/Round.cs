namespace Halton.Hub.Bench.Load;

/// <summary>One round: its calls, and the processor seconds that it cost.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Server">Of the serving process.</param>
/// <param name="Postgres">Of all processes of the database.</param>
/// <param name="Caller">Of this program.</param>
/// <param name="Machine">Of everything on the machine.</param>
internal sealed record Round(Calls Calls, double Server, double Postgres, double Caller, double Machine)
{
    /// <summary>Microseconds of the serving process for each call.</summary>
    public double ServerPerCall => Server * 1e6 / Calls.Answered;

    /// <summary>Microseconds of the database for each call.</summary>
    public double PostgresPerCall => Postgres * 1e6 / Calls.Answered;

    /// <summary>Both.</summary>
    public double PerCall => ServerPerCall + PostgresPerCall;

    /// <summary>Share of the machine that went to programs that have nothing to do with the benchmark.</summary>
    public double Strangers => Math.Max(0, Machine - Server - Postgres - Caller) / (Calls.Lasted.TotalSeconds * Environment.ProcessorCount);
}
