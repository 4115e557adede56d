using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Transport.Fhir;

/// <summary>Registers the FHIR door.</summary>
internal static class HubFhir
{
    /// <summary>Adds what it stands on.</summary>
    public static void AddHubFhir(this IServiceCollection services) => services
        .AddSingleton<FhirWords>()
        .AddSingleton<FhirExchange>()
        .AddSingleton<FhirMessages>()
        .AddSingleton<ExchangeGrpc>()
        .AddSingleton<FhirHttp>();
}
