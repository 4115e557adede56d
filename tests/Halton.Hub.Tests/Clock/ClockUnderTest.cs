using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Tests.Clock;

/// <summary>A node of a clock in this process, without a hub around it.</summary>
public sealed class ClockUnderTest : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Timetable timetable;

    private ClockUnderTest(IHost host, Timetable timetable) => (this.host, this.timetable) = (host, timetable);

    /// <summary>What the runs came to.</summary>
    public RunHistory History => host.Services.GetRequiredService<RunHistory>();

    /// <summary>The node's fences.</summary>
    public Fences Fences => host.Services.GetRequiredService<Fences>();

    /// <summary>A node that ticks by a timetable.</summary>
    public static Task<ClockUnderTest> Ticking(string owner, Timetable timetable, Func<ClockCaller, Task<RunCounts>>? work = null) =>
        Start(owner, timetable, work, services => ClockNode.AddTo(services.AddSingleton<RunHistory>(), timetable, HubUnderTest.AppConnection(owner)));

    /// <summary>A node that fires when it is told to.</summary>
    public static Task<ClockUnderTest> Still(string owner, Timed line, Func<ClockCaller, Task<RunCounts>> work) =>
        Start(owner, new Timetable("test", line), work, services => OneFiring.AddTo(services, new Timetable("test", line)));

    /// <summary>Fires the timetable's first job; its run.</summary>
    public async Task<JobRun> Fire() => (await OneFiring.Run(host.Services, timetable.Lines[0], CancellationToken.None))!;

    /// <summary>Stops the node.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task<ClockUnderTest> Start(string owner, Timetable timetable, Func<ClockCaller, Task<RunCounts>>? work, Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(new LogFile()).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(HubUnderTest.AppConnection(owner)));
        builder.Services.AddSingleton(new Work(work ?? (_ => Task.FromResult(RunCounts.None))));
        add(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new ClockUnderTest(host, timetable);
    }
}
