using System.CommandLine;
using Halton.Hub.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Halton.Hub.Faults.Clocks;

/// <summary>The hidden command that runs a node which only ticks: the hub's own clock, with the probe for its timetable.</summary>
internal static class ClockNodeCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "clock-node";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (database, clock, fenced) = (new Argument<string>("DATABASE"), new Argument<string>("CLOCK"), new Option<bool>("--fenced"));
        var command = new Command(Name, "A node that only ticks.") { database, clock, fenced };
        command.Hidden = true;
        command.SetAction(async (asked, ct) =>
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Services.AddSingleton(NpgsqlDataSource.Create(asked.GetValue(database)!));
            builder.Services.AddSingleton(new ProbeOptions(asked.GetValue(clock)!, asked.GetValue(fenced)));
            ClockNode.AddTo(builder.Services, new Timetable(asked.GetValue(clock)!, new Timed(typeof(ProbeJob), "* * * * * ?", CatchUp: true)), asked.GetValue(database)!, asked.GetValue(fenced));
            await builder.Build().RunAsync(ct);
        });
        return command;
    }
}
