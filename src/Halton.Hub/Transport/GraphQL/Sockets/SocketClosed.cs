namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>The hub closes a socket, and says why.</summary>
/// <param name="code">The code.</param>
/// <param name="reason">The reason, in at most 123 bytes.</param>
internal sealed class SocketClosed(CloseCode code, string reason) : Exception(reason)
{
    /// <summary>The code.</summary>
    public CloseCode Code { get; } = code;
}
