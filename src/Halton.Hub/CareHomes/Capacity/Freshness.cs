namespace Halton.Hub.CareHomes.Capacity;

/// <summary>How old a home's numbers are.</summary>
public enum Freshness
{
    /// <summary>The home has never said anything.</summary>
    Never,

    /// <summary>At most a day old.</summary>
    Fresh,

    /// <summary>At most a week old.</summary>
    Ageing,

    /// <summary>Older: nobody knows, and no number is shown.</summary>
    Stale,
}
