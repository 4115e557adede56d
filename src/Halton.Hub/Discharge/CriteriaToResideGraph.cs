namespace Halton.Hub.Discharge;

/// <summary>Whether the latest review found a criterion to reside met.</summary>
public enum CriteriaToResideGraph
{
    /// <summary>At least one criterion is met.</summary>
    Met,

    /// <summary>None is met: the person no longer meets the criteria to reside.</summary>
    NotMet,
}
