using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>The whole timetable.</summary>
public static class Schedule
{
    private static readonly Timed[] Timetable =
    [
        new(typeof(AuditSealJob), "* * * * * ?"),
    ];

    /// <summary>Adds the clock to a node.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="connection">The serving account's connection; the timetable is kept in the same database.</param>
    public static IServiceCollection AddTo(IServiceCollection services, string connection)
    {
        ClockNode.AddTo(services, "halton-hub", connection, Timetable);
        return services.AddQuartzHostedService(clock => clock.WaitForJobsToComplete = true);
    }
}
