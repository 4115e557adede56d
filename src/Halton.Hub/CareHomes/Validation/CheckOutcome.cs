namespace Halton.Hub.CareHomes.Validation;

/// <summary>What a check found, the mildest first. Hub code system check-outcome.</summary>
internal enum CheckOutcome
{
    /// <summary>In order.</summary>
    Pass,

    /// <summary>For information; nothing follows from it.</summary>
    Info,

    /// <summary>Placing is possible on a condition.</summary>
    Warn,

    /// <summary>Placing is possible on a condition, after a closer look each time.</summary>
    Review,

    /// <summary>Evidence is missing or too old.</summary>
    Pending,

    /// <summary>Nobody may be placed.</summary>
    Block,
}
