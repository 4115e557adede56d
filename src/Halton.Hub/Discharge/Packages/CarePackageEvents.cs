using Halton.Hub.Data;

namespace Halton.Hub.Discharge.Packages;

/// <summary>What is told of care packages.</summary>
internal static class CarePackageEvents
{
    /// <summary>What all kinds begin with.</summary>
    public const string Prefix = "care-package.";

    /// <summary>The payload of each kind, which is called after the state.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } = CarePackage.States.ToDictionary(state => Prefix + state, _ => typeof(CarePackageState));

    /// <summary>Tells of a change.</summary>
    public static CarePackageState Tell(this Save save, CarePackage package)
    {
        var state = CarePackageState.Of(package);
        save.Tell(Prefix + state.State, state.Id, "discharge.package_audience", state);
        return state;
    }
}
