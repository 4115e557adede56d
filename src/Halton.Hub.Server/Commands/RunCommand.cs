using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Halton.Hub.Jobs;
using Halton.Hub.Server.Postgres;
using Halton.Hub.Server.Seeding;

namespace Halton.Hub.Server.Commands;

/// <summary><c>run</c>: serves until it is told to stop, then drains and stops what it started.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (place, options) = (new FolderOptions(), new RunOptions());
        var command = new Command("run", "Run the hub.");
        options.AddTo(command);
        place.AddTo(command);
        command.SetAction(async (asked, ct) =>
        {
            // Everything that needs no database is checked before one is started.
            var folder = place.Folder(asked);
            options.Read(asked, folder, new HubConnections("", "", ""));
            using var held = folder.TryLock() ?? throw new StartRefused($"The data folder {folder.Path} is in use by process {folder.Holder()}.");
            var named = place.Database(asked);
            var cluster = named is null ? await PrivateCluster.Start(folder, ct) : null;
            try
            {
                var settings = options.Read(asked, folder, HubConnections.From(named ?? cluster!.OwnerConnection));
                await HubDatabase.BringUpToDate(settings.OwnerConnection, ct);
                if (options.Demo(asked, cluster is not null))
                {
                    await DemoSeed.Load(settings.OwnerConnection, folder.Keys, 1, TimeProvider.System, ct);
                }

                await Serve(settings, folder, cluster, ct);
            }
            finally
            {
                folder.Withdraw();
                await (cluster?.Stop() ?? Task.CompletedTask);
            }
        });
        return command;
    }

    private static async Task Serve(HubOptions settings, DataFolder folder, PrivateCluster? cluster, CancellationToken ct)
    {
        await using var app = HubHost.Build(settings, builder =>
        {
            if (cluster is not null)
            {
                builder.Services.AddHostedService(services => new ClusterKeeper(cluster, services.GetRequiredService<ILogger<ClusterKeeper>>()));
            }

            Schedule.Watch(builder.Services);
            if (settings.Ticks)
            {
                Schedule.AddTo(builder.Services, settings.AppConnection);
            }
        });
        await app.StartAsync(ct);
        var (http, grpc) = HubHost.Addresses(app);
        folder.Announce(new RunningHub(Environment.ProcessId, http, grpc, settings.PublicUrl ?? http, settings.OwnerConnection, cluster is not null));
        Console.WriteLine($"hub ready http={http} grpc={grpc} data={folder.Path} in {SinceStart().ToString("0.0", CultureInfo.InvariantCulture)} s");
        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>Seconds since the launcher handed over, or since the process began when nobody did.</summary>
    private static double SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        var began = double.TryParse(Environment.GetEnvironmentVariable("HUB_STARTED"), CultureInfo.InvariantCulture, out var handedOver)
            ? DateTime.UnixEpoch.AddSeconds(handedOver)
            : process.StartTime.ToUniversalTime();
        return (TimeProvider.System.GetUtcNow().UtcDateTime - began).TotalSeconds;
    }
}
