using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Halton.Hub.Foundation;

namespace Halton.Hub.Access;

/// <summary>Each partner's own bucket of calls and its own number of open watches; one partner's storm is not another's drought.</summary>
public sealed class RateLimits(PartnerDirectory partners)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one call out of the partner's bucket.</summary>
    public void DemandCall(Caller caller)
    {
        using var lease = Of(caller).Calls.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMilliseconds(100);
            throw Fault.Retry(FaultKind.ResourceExhausted, "RATE_LIMITED", "You call faster than your agreed rate. Wait, then go on.", after);
        }
    }

    /// <summary>Takes one of the partner's watches until disposed.</summary>
    public IDisposable DemandWatch(Caller caller)
    {
        var lease = Of(caller).Watches.AttemptAcquire();
        return lease.IsAcquired ? lease : throw new Fault(FaultKind.ResourceExhausted, "TOO_MANY_WATCHES", "You have as many watches open as agreed. Close one first.");
    }

    private Bucket Of(Caller caller)
    {
        var partner = partners.DemandActive(caller.Partner);
        var bucket = buckets.GetOrAdd(partner.Id, static (_, p) => new Bucket(p), partner);
        return bucket.Fits(partner) ? bucket : buckets[partner.Id] = new Bucket(partner);
    }

    private sealed class Bucket(RegisteredPartner partner)
    {
        private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
        private readonly (int Rate, int Burst, int Watches) agreed = (partner.RatePerSecond, partner.Burst, partner.MaxWatches);

        public TokenBucketRateLimiter Calls { get; } = new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, partner.Burst),
            TokensPerPeriod = Math.Max(1, partner.RatePerSecond / 10),
            ReplenishmentPeriod = Period,
            QueueLimit = 0,
        });

        public ConcurrencyLimiter Watches { get; } = new(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, partner.MaxWatches), QueueLimit = 0 });

        public bool Fits(RegisteredPartner now) => agreed == (now.RatePerSecond, now.Burst, now.MaxWatches);
    }
}
