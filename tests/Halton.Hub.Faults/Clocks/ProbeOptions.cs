namespace Halton.Hub.Faults.Clocks;

/// <summary>How the probe runs.</summary>
/// <param name="Clock">The clock's name, told with each effect.</param>
/// <param name="Fenced">Whether its effect stands behind the fence.</param>
internal sealed record ProbeOptions(string Clock, bool Fenced);
