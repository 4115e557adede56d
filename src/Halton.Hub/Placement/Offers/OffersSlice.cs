using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Offers;

/// <summary>Registers offers to homes.</summary>
internal static class OffersSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddOffers(this IServiceCollection services) => services;
}
