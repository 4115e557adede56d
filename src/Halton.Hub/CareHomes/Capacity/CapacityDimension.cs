namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What capacity is counted by.</summary>
public enum CapacityDimension
{
    /// <summary>By kind of bed. A home counts under each kind that it has.</summary>
    BedType,

    /// <summary>By the local authority where the homes lie.</summary>
    LocalAuthority,

    /// <summary>By how old the numbers are.</summary>
    Freshness,
}
