using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Registers the directory's face to Open Referral UK.</summary>
internal static class OpenReferralSlice
{
    /// <summary>Adds its operations and its doors.</summary>
    public static IServiceCollection AddOpenReferral(this IServiceCollection services) => services
        .AddSingleton<OpenServices>()
        .AddSingleton<OpenPlaces>()
        .AddSingleton<OpenTaxonomies>()
        .AddSingleton<OpenFeedLimits>()
        .AddSingleton<OpenFeedHttp>()
        .AddSingleton<ImportServices>()
        .AddSingleton<OpenReferralImportHttp>();
}
