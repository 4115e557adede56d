using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Halton.Hub.Foundation;

namespace Halton.Hub.Access;

/// <summary>Each partner's own bucket of calls and its own number of open watches; one partner's storm is not another's drought.</summary>
public sealed class RateLimits(PartnerDirectory partners)
{
    private static readonly TimeSpan HoldUp = TimeSpan.FromMilliseconds(250);
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

    /// <summary>Takes the cost of one GraphQL request out of what the partner may spend in a minute.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="cost">Fields that the answer can hold.</param>
    public void DemandCost(Caller caller, int cost)
    {
        var costs = Of(caller).Costs;
        using var lease = costs.Limiter.AttemptAcquire(Math.Min(cost, costs.Most));
        if (!lease.IsAcquired)
        {
            var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
            throw Fault.Retry(FaultKind.ResourceExhausted, "COST_BUDGET_SPENT", "Your queries have cost as much as agreed for a minute. Wait, or ask for less.", after);
        }
    }

    /// <summary>
    /// Holds up, then turns away, a partner most of whose documents had to be refused lately: reading nonsense costs the hub more than saying
    /// so is worth, and a partner that does not wait for the answer would take the machine from the others.
    /// </summary>
    public async ValueTask DemandSound(Caller caller, CancellationToken ct)
    {
        var bucket = Of(caller);
        if (bucket.Refused.GetStatistics()!.CurrentAvailablePermits > 0)
        {
            return;
        }

        using (var place = bucket.HeldUp.AttemptAcquire())
        {
            if (place.IsAcquired)
            {
                await Task.Delay(HoldUp, TimeProvider.System, ct);
            }
        }

        throw Fault.Retry(FaultKind.ResourceExhausted, "REFUSED_TOO_OFTEN", "Too many of your documents had to be refused. Put them right, wait, then go on.", TimeSpan.FromSeconds(1));
    }

    /// <summary>Notes that a document of the partner's had to be refused.</summary>
    public void CountRefused(Caller caller) => Of(caller).Refused.AttemptAcquire().Dispose();

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
        private readonly (int Rate, int Burst, int Watches, int Cost) agreed = (partner.RatePerSecond, partner.Burst, partner.MaxWatches, partner.CostPerMinute);

        public TokenBucketRateLimiter Calls { get; } = new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, partner.Burst),
            TokensPerPeriod = Math.Max(1, partner.RatePerSecond / 10),
            ReplenishmentPeriod = Period,
            QueueLimit = 0,
        });

        public (TokenBucketRateLimiter Limiter, int Most) Costs { get; } = (new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(60, partner.CostPerMinute),
            TokensPerPeriod = Math.Max(1, partner.CostPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }), Math.Max(60, partner.CostPerMinute));

        public TokenBucketRateLimiter Refused { get; } = new(new TokenBucketRateLimiterOptions { TokenLimit = 100, TokensPerPeriod = 5, ReplenishmentPeriod = Period, QueueLimit = 0 });

        public ConcurrencyLimiter HeldUp { get; } = new(new ConcurrencyLimiterOptions { PermitLimit = 100, QueueLimit = 0 });

        public ConcurrencyLimiter Watches { get; } = new(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, partner.MaxWatches), QueueLimit = 0 });

        public bool Fits(RegisteredPartner now) => agreed == (now.RatePerSecond, now.Burst, now.MaxWatches, now.CostPerMinute);
    }
}
