using System.Globalization;
using System.Runtime.InteropServices;

namespace Halton.Hub.Bench.Report;

/// <summary>Where and when the figures were taken: absolute ones hold for this machine only, ratios travel.</summary>
/// <param name="Date">The day.</param>
/// <param name="Text">Cores, processor, runtime and database.</param>
internal sealed record Machine(string Date, string Text)
{
    /// <summary>Both.</summary>
    public string Line => $"{Date}  {Text}";

    /// <summary>Describes this machine.</summary>
    public static async Task<Machine> Describe(CancellationToken ct)
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? $"{RuntimeInformation.OSArchitecture}";
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Machine(date, $"{Environment.ProcessorCount} cores ({processor}), .NET {Environment.Version}, PostgreSQL {await Hubs.PostgresVersion.Installed(ct)}");
    }
}
