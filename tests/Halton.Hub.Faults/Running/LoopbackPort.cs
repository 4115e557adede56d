using System.Net;
using System.Net.Sockets;

namespace Halton.Hub.Faults.Running;

/// <summary>Ports of this machine alone.</summary>
internal static class LoopbackPort
{
    /// <summary>An address that nobody listens on now; fixed, so that a hub started again is found where it was.</summary>
    public static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
