using Grpc.Core;
using Grpc.Net.Client;

namespace Halton.Hub.Client;

/// <summary>A gRPC channel to the hub whose calls carry your access token and your purpose of use.</summary>
public static class HubChannel
{
    /// <summary>Opens one. Make your service clients on it and keep it as long as you run.</summary>
    /// <param name="grpc">The hub's gRPC address.</param>
    /// <param name="hub">The hub's HTTP address, where tokens come from.</param>
    /// <param name="partner">Who you are.</param>
    public static GrpcChannel Open(Uri grpc, Uri hub, HubPartner partner)
    {
        var tokens = new AccessTokens(new HttpClient(), hub, partner, TimeProvider.System);
        var credentials = CallCredentials.FromInterceptor(async (context, metadata) =>
        {
            metadata.Add("authorization", "Bearer " + await tokens.Get(context.CancellationToken));
            metadata.Add("purpose-of-use", partner.Purpose);
        });
        var plain = grpc.Scheme == Uri.UriSchemeHttp;
        return GrpcChannel.ForAddress(grpc, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(plain ? ChannelCredentials.Insecure : ChannelCredentials.SecureSsl, credentials),
            // The hub itself serves plain text on loopback only.
            UnsafeUseInsecureChannelCallCredentials = plain,
        });
    }
}
