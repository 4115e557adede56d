using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Faults.LateAudit;

/// <summary>The hidden command that runs the stand-in of the control.</summary>
internal static class LateAuditCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "late-audit";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (database, port) = (new Argument<string>("DATABASE"), new Argument<int>("PORT"));
        var command = new Command(Name, "The stand-in that audits too late.") { database, port };
        command.Hidden = true;
        command.SetAction(async (asked, _) =>
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, asked.GetValue(port), o => o.Protocols = HttpProtocols.Http2));
            builder.Services.AddSingleton(NpgsqlDataSource.Create(asked.GetValue(database)!));
            builder.Services.AddGrpc();
            await using var app = builder.Build();
            app.MapGrpcService<LateAuditService>();
            await app.RunAsync();
        });
        return command;
    }
}
