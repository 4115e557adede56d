using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Bench.Bare;

/// <summary>
/// <c>bare</c>: the reference that the hub is measured against, in a process of its own. It is the least that can answer the same question
/// with the same answer over the same stack.
/// </summary>
/// <remarks>
/// Why it is fair and strong: the same contract and bytes on the wire, the same server, driver, collector, pool size and database; one
/// prepared statement in one round trip, down the same index, with no filter but the number; a superuser's session, so no row walls;
/// no token, no access table, no rate limit, no audit, no interceptor, no telemetry, no deadline; the row goes straight into the message,
/// and the codings are made once and shared. Whatever the hub does on top of this is what its promise is about.
/// </remarks>
internal static class BareCommand
{
    /// <summary>First word of the line that says that it serves.</summary>
    public const string Ready = "bare ready ";

    /// <summary>Environment variable with the connection string.</summary>
    public const string Database = "BENCH_DATABASE";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("bare", "Serve the reference.") { Hidden = true };
        command.SetAction((_, ct) => Serve(Environment.GetEnvironmentVariable(Database)!, ct));
        return command;
    }

    private static async Task Serve(string connection, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 32, MaxAutoPrepare = 10, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new BareService(source, await BareCodes.Load(source, ct)));
        await using var app = builder.Build();
        app.MapGrpcService<BareService>();
        await app.StartAsync(ct);
        Console.WriteLine(Ready + app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        // It ends when told, and also when the program that started it is gone and no longer holds its standard input.
        await Task.WhenAny(Console.In.ReadToEndAsync(ct), app.WaitForShutdownAsync(ct));
        await app.StopAsync(CancellationToken.None);
    }
}
