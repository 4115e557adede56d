using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>What can be changed about care packages.</summary>
public sealed class CarePackageMutationsGraph(HoldCarePackage hold)
{
    /// <summary>
    /// Says that somebody in hospital has care at home, by whom: the provider hears that the package is on hold. FAILED_PRECONDITION: STAY_CLOSED. INVALID_ARGUMENT:
    /// PROVIDER_UNKNOWN. ALREADY_EXISTS: CARE_PACKAGE_ALREADY_HELD. Needs scope system/CarePlan.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The package.</param>
    public async Task<CarePackageGraph> HoldCarePackage(IResolveFieldContext context, HoldCarePackageInputGraph input) => new(await hold.Run(context.Call(), input.Read(), context.CancellationToken));
}
