using Halton.Hub.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Halton.Hub.Jobs;

/// <summary>The whole timetable.</summary>
public static class Schedule
{
    /// <summary>What fires when.</summary>
    public static Timetable Timetable { get; } = new(
        "halton-hub",
        new Timed(typeof(AssessmentClockJob), "25/30 * * * * ?", Quiet: true),
        new Timed(typeof(AuditSealJob), "* * * * * ?", Quiet: true),
        new Timed(typeof(CareHomeCapacityJob), "20 * * * * ?", Quiet: true),
        new Timed(typeof(CqcDirectorySyncJob), "0 30 1,7,13,19 * * ?"),
        new Timed(typeof(KpiSnapshotJob), "40 3/10 * * * ?", Quiet: true),
        new Timed(typeof(NotificationsJob), "2/5 * * * * ?", Quiet: true),
        new Timed(typeof(OutOfBoroughValidationJob), "30 2/5 * * * ?", Quiet: true),
        new Timed(typeof(PlacementReviewsJob), "0 15 6 * * ?"),
        new Timed(typeof(ReferralClockJob), "10/30 * * * * ?", Quiet: true),
        new Timed(typeof(ReservationExpiryJob), "5/15 * * * * ?", Quiet: true));

    /// <summary>Lets a node tick.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="connection">The serving account's connection; the timetable is kept in the same database.</param>
    public static IServiceCollection AddTo(IServiceCollection services, string connection)
    {
        ClockNode.AddTo(services, Timetable, connection);
        return services;
    }

    /// <summary>
    /// Lets a node see how the jobs stand, whichever node runs them: in its metrics, as <c>/health/jobs</c>, and as a readiness that is
    /// degraded and never refused for their sake.
    /// </summary>
    public static IServiceCollection Watch(IServiceCollection services)
    {
        services.AddSingleton<RunHistory>();
        services.AddSingleton<JobWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWatch>());
        services.AddSingleton(Timetable);
        services.AddHealthChecks()
            .AddCheck<JobHealth>("jobs", HealthStatus.Unhealthy, ["jobs"])
            .AddCheck<JobHealth>("jobs in time", HealthStatus.Degraded, ["ready"]);
        return services;
    }
}
