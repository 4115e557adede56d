using Grpc.AspNetCore.Server;
using Halton.Hub.CareHomes;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;
using Halton.Hub.Transport.Fhir;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Transport.Grpc;

/// <summary>The gRPC port: services, limits, health for each service, and reflection for developers.</summary>
internal static class HubGrpc
{
    /// <summary>Adds gRPC.</summary>
    public static void AddHubGrpc(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<GrpcGate>();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = 256 * 1024;
            grpc.MaxSendMessageSize = 4 * 1024 * 1024;
            grpc.EnableDetailedErrors = false;
            grpc.IgnoreUnknownServices = false;
            grpc.Interceptors.Add<GrpcGate>();
        });
        services.AddGrpcHealthChecks(health =>
        {
            health.Services.Map("", check => check.Tags.Contains("ready"));
            foreach (var service in options.Serves ? new[] { DischargeService.Descriptor, CareHomeService.Descriptor, PlacementService.Descriptor, ReferralService.Descriptor, FhirExchangeService.Descriptor } : [])
            {
                health.Services.Map(service.FullName, check => check.Tags.Contains("ready"));
            }
        });
        if (options.Development)
        {
            services.AddGrpcReflection();
        }
    }

    /// <summary>Maps the services.</summary>
    public static void MapHubGrpc(this WebApplication app, bool development)
    {
        app.MapGrpcService<DischargeGrpc>();
        app.MapGrpcService<CareHomeGrpc>();
        app.MapGrpcService<PlacementGrpc>();
        app.MapGrpcService<ReferralGrpc>();
        app.MapGrpcService<ExchangeGrpc>();
        if (development)
        {
            app.MapGrpcReflectionService();
        }
    }

    /// <summary>Names of the mapped services, in order.</summary>
    public static IEnumerable<string> Services(EndpointDataSource routes) =>
        routes.Endpoints.Select(route => route.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>().Distinct().Order(StringComparer.Ordinal);
}
