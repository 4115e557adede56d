using System.Diagnostics;

namespace Halton.Hub.Faults.Running;

/// <summary>Signals that .NET has no call for.</summary>
internal static class Signal
{
    /// <summary>Sends one, by name, to a process that this run started.</summary>
    public static async Task Send(string name, int pid)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {pid}"]);
        await kill.WaitForExitAsync();
    }
}
