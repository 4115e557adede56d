namespace Halton.Hub.Clock;

/// <summary>How a run of a job ended.</summary>
public enum RunOutcome
{
    /// <summary>It did its work.</summary>
    Succeeded,

    /// <summary>The job threw; the run's error names what.</summary>
    Failed,

    /// <summary>Its node died, or another node took the firing over.</summary>
    Lost,

    /// <summary>The firing was done before, or runs on another node.</summary>
    Skipped,
}
