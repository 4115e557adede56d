using System.Threading.RateLimiting;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// How a question to CQC is repeated: on 408, 429, 5xx, broken lines and time-outs, with waits that double and jitter, as late as CQC asks
/// for. Every attempt counts against the budget of requests.
/// </summary>
internal static class CqcPatience
{
    /// <summary>The name of its pipeline and of the client.</summary>
    public const string Name = "cqc";

    /// <summary>What may be asked in a minute. Whoever comes too early waits in line.</summary>
    public static RateLimiter Budget(CqcOptions options) => new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
    {
        PermitLimit = options.RequestsPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 12,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Puts it together, the outermost first.</summary>
    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, CqcOptions options, RateLimiter budget, TimeProvider clock) => pipeline
        .AddTimeout(options.TotalTimeout)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.Repeats,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstWait,
            MaxDelay = options.LongestWait,
            ShouldRetryAfterHeader = false,
            ShouldHandle = tried => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(tried.Outcome) && !(Asked(tried.Outcome, clock) > options.LongestWait)),
            DelayGenerator = tried => ValueTask.FromResult(Asked(tried.Outcome, clock)),
        })
        .AddRateLimiter(budget)
        .AddTimeout(options.AttemptTimeout);

    /// <summary>The wait that CQC asks for.</summary>
    private static TimeSpan? Asked(Outcome<HttpResponseMessage> outcome, TimeProvider clock) => outcome.Result?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } moment } => moment - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
