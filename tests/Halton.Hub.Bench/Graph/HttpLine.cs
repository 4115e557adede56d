using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Halton.Hub.Bench.Graph;

/// <summary>
/// One kept HTTP/1.1 connection that sends ready bytes and waits for the answer. It is far plainer than a full client, and its thread waits
/// in the kernel, so that the caller takes little of the machine away from what it measures.
/// </summary>
internal sealed class HttpLine(Uri address) : IDisposable
{
    private const int Status = 9;
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "\r\nContent-Length: "u8.ToArray();
    private static readonly byte[] Close = "\r\nConnection: close"u8.ToArray();
    private byte[] buffer = new byte[64 * 1024];
    private Socket? socket;

    /// <summary>A request of a FHIR resource as bytes.</summary>
    public static byte[] Read(Uri address, string token, string purpose, string resource) => Encoding.ASCII.GetBytes(
        $"GET /fhir/{resource} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nPurpose-Of-Use: {purpose}\r\nAccept: application/fhir+json\r\n\r\n");

    /// <summary>A GraphQL request as bytes.</summary>
    public static byte[] Request(Uri address, string token, string purpose, string body, string path = "/graphql")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nPurpose-Of-Use: {purpose}\r\n"
            + $"Accept: application/graphql-response+json\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }

    /// <summary>Sends a request and answers the status and the body, which is good until the next request.</summary>
    public (int Status, ReadOnlyMemory<byte> Body) Send(byte[] request)
    {
        socket ??= Connect();
        socket.Send(request);
        var (got, head) = (0, -1);
        while (head < 0)
        {
            got += Receive(got);
            head = buffer.AsSpan(0, got).IndexOf(End);
        }

        var header = buffer.AsSpan(0, head);
        var status = int.Parse(header.Slice(Status, 3), CultureInfo.InvariantCulture);
        var value = header[(header.IndexOf(Length) + Length.Length)..];
        var length = int.Parse(value.IndexOf((byte)'\r') is var end and >= 0 ? value[..end] : value, CultureInfo.InvariantCulture);
        var close = header.IndexOf(Close) >= 0;
        var body = head + End.Length;
        while (got < body + length)
        {
            got += Receive(got);
        }

        if (close)
        {
            Dispose();
        }

        return (status, buffer.AsMemory(body, length));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private Socket Connect()
    {
        var made = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
        made.Connect(IPAddress.Parse(address.Host), address.Port);
        return made;
    }

    private int Receive(int at)
    {
        if (at == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var got = socket!.Receive(buffer.AsSpan(at));
        return got > 0 ? got : throw new IOException("the hub closed the connection");
    }
}
