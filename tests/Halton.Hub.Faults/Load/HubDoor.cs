using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Client;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.Load;

/// <summary>One partner's way to the hub: a channel that is soon back after a kill, and tokens that are fetched again when refused.</summary>
internal sealed class HubDoor : IDisposable
{
    private readonly HttpClient http = new();
    private readonly GrpcChannel channel;
    private readonly HubPartner partner;
    private readonly Uri tokenAddress;
    private AccessTokens tokens;

    /// <summary>Opens it.</summary>
    public HubDoor(HubProcess hub, string partnerId, string organization)
    {
        Organization = organization;
        partner = HubPartner.FromFile(partnerId, Path.Combine(hub.Data, "keys", $"{partnerId}.json"), "TREAT");
        tokenAddress = hub.Http;
        tokens = NewTokens();
        channel = GrpcChannel.ForAddress(hub.Grpc, new GrpcChannelOptions
        {
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(20),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(100),
        });
        Calls = new DischargeService.DischargeServiceClient(channel);
        Placements = new PlacementService.PlacementServiceClient(channel);
        Referrals = new ReferralService.ReferralServiceClient(channel);
    }

    /// <summary>The partner's id.</summary>
    public string Partner => partner.Id;

    /// <summary>The organisation that it acts for.</summary>
    public string Organization { get; }

    /// <summary>The calls.</summary>
    public DischargeService.DischargeServiceClient Calls { get; }

    /// <summary>The calls on the way to a placement.</summary>
    public PlacementService.PlacementServiceClient Placements { get; }

    /// <summary>The referral service, as the partner calls it.</summary>
    public ReferralService.ReferralServiceClient Referrals { get; }

    /// <summary>A fresh trace id.</summary>
    public static string NewTrace() => ActivityTraceId.CreateRandom().ToHexString();

    /// <summary>Whether another attempt is in order: the hub or its database was away.</summary>
    public static bool MayRetry(Exception e) => e is HttpRequestException or TaskCanceledException ||
        (e is RpcException rpc && rpc.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Unauthenticated or StatusCode.ResourceExhausted);

    /// <summary>Whether the hub itself said that it failed in an unforeseen way.</summary>
    public static bool IsUnforeseen(Exception e) => e is RpcException { StatusCode: StatusCode.Internal } rpc && rpc.Status.Detail.StartsWith("The hub failed", StringComparison.Ordinal);

    /// <summary>Metadata of one call.</summary>
    public async Task<CallOptions> Options(string trace, TimeSpan? deadline, CancellationToken ct)
    {
        var metadata = new Metadata
        {
            { "authorization", "Bearer " + await tokens.Get(ct).AsTask().WaitAsync(TimeSpan.FromSeconds(5), ct) },
            { "purpose-of-use", partner.Purpose },
            { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01" },
        };
        return new CallOptions(metadata, deadline is { } time ? TimeProvider.System.GetUtcNow().UtcDateTime + time : null, ct);
    }

    /// <summary>Waits a little, and gets a new token when the old one was refused.</summary>
    public async Task Recover(Exception e)
    {
        if (e is RpcException { StatusCode: StatusCode.Unauthenticated })
        {
            tokens = NewTokens();
        }

        await Task.Delay(40);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        channel.Dispose();
        tokens.Dispose();
        http.Dispose();
    }

    private AccessTokens NewTokens() => new(http, tokenAddress, partner, TimeProvider.System);
}
