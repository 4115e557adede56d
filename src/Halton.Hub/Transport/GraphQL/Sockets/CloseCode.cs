namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>Why a socket is closed: codes of the graphql-transport-ws protocol, and two of WebSocket itself.</summary>
internal enum CloseCode
{
    /// <summary>The node is stopping.</summary>
    GoingAway = 1001,

    /// <summary>A message is longer than the hub takes.</summary>
    MessageTooBig = 1009,

    /// <summary>The hub failed.</summary>
    InternalError = 4500,

    /// <summary>A message is not of the protocol.</summary>
    InvalidMessage = 4400,

    /// <summary>An operation came before the connection was acknowledged.</summary>
    Unauthorized = 4401,

    /// <summary>The token is not good, or is good no more.</summary>
    Forbidden = 4403,

    /// <summary>The client does not speak the protocol.</summary>
    SubprotocolNotAcceptable = 4406,

    /// <summary>The connection was not initialised in time.</summary>
    InitialisationTimeout = 4408,

    /// <summary>An operation of this id is running.</summary>
    SubscriberExists = 4409,

    /// <summary>The connection was initialised twice.</summary>
    TooManyInitialisations = 4429,
}
