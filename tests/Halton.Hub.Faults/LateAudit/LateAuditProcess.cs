using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.LateAudit;

/// <summary>The stand-in in a process of its own.</summary>
internal sealed class LateAuditProcess : IDisposable
{
    private readonly Process process;

    private LateAuditProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<LateAuditProcess> Start(string owner, CancellationToken ct)
    {
        var address = LoopbackPort.Free();
        var program = typeof(LateAuditProcess).Assembly.Location;
        var standIn = new LateAuditProcess(Process.Start("dotnet", [program, LateAuditCommand.Name, owner, address.Port.ToString(CultureInfo.InvariantCulture)]), address);
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var test = new TcpClient();
                await test.ConnectAsync(address.Host, address.Port, ct);
                return standIn;
            }
            catch (SocketException) when (tries < 200 && !standIn.process.HasExited)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill() => process.Kill();

    /// <inheritdoc />
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
