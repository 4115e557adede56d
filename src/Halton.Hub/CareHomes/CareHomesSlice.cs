using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.CareHomes;

/// <summary>Registers the care-home slice.</summary>
public static class CareHomesSlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddCareHomes(this IServiceCollection services) => services
        .AddHomes()
        .AddValidation()
        .AddCapacity()
        .AddCqc()
        .AddSingleton<CareHomeGrpc>();
}
