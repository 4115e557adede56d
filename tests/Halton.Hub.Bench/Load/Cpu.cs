using System.Globalization;

namespace Halton.Hub.Bench.Load;

/// <summary>
/// Processor time from /proc, in seconds. Of a process with its children it also counts children that have ended since: their time is in
/// the parent's own account of reaped children. The kernel counts in hundredths, which is a thousandth of a ten-second round.
/// </summary>
internal static class Cpu
{
    private const double TicksPerSecond = 100;

    /// <summary>Of one process, and of what it ran to the end.</summary>
    public static double Of(int pid) => Stat(pid) is { } stat ? (stat.Own + stat.Reaped) / TicksPerSecond : 0;

    /// <summary>Of a process, its children alive, and its children gone.</summary>
    public static double OfFamily(int parent)
    {
        var children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var alive = children.Sum(child => Stat(int.Parse(child, CultureInfo.InvariantCulture))?.Own ?? 0);
        return Stat(parent) is { } stat ? (stat.Own + stat.Reaped + alive) / TicksPerSecond : 0;
    }

    /// <summary>Of the whole machine, everything that was not idle.</summary>
    public static double OfMachine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] busy = [1, 2, 3, 6, 7];
        return busy.Sum(field => double.Parse(fields[field], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static (double Own, double Reaped)? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Ticks(11) + Ticks(12), Ticks(13) + Ticks(14));

            double Ticks(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // Ended between the listing and the reading; its parent has its time by now.
            return null;
        }
    }
}
