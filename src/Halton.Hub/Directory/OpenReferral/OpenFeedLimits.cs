using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>How fast one address may ask of the open feed: 100 requests at once, 50 a second. Addresses of IPv6 count by their /64, which is one home or server.</summary>
public sealed class OpenFeedLimits : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(
        Whose(address),
        _ => new TokenBucketRateLimiterOptions { TokenLimit = 100, TokensPerPeriod = 5, ReplenishmentPeriod = TimeSpan.FromMilliseconds(100), QueueLimit = 0 }));

    /// <summary>Takes one request out of the address's bucket; else after how long to ask again.</summary>
    public TimeSpan? Take(IPAddress address)
    {
        using var lease = limiter.AttemptAcquire(address);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private static IPAddress Whose(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
