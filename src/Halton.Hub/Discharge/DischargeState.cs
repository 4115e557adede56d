namespace Halton.Hub.Discharge;

/// <summary>Where a stay is: admitted → ready → planned → discharged, or cancelled.</summary>
public enum DischargeState
{
    /// <summary>In hospital, meeting the criteria to reside or not yet reviewed.</summary>
    Admitted = 1,

    /// <summary>No longer meets the criteria; no pathway yet.</summary>
    Ready = 2,

    /// <summary>No longer meets the criteria, and a pathway is assigned.</summary>
    Planned = 3,

    /// <summary>Has left hospital.</summary>
    Discharged = 4,

    /// <summary>The discharge was cancelled.</summary>
    Cancelled = 5,
}
