using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement;

/// <summary>Registers the placement slice.</summary>
public static class PlacementSlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddPlacement(this IServiceCollection services) => services;
}
