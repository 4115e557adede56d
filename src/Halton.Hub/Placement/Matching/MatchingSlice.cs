using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Matching;

/// <summary>Registers the comparison of homes.</summary>
internal static class MatchingSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services) => services;
}
