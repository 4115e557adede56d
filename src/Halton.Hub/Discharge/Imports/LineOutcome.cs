using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge.Imports;

/// <summary>What became of a line of a set.</summary>
/// <param name="Status">The stay right after it; null when it was refused.</param>
/// <param name="Before">Whether it had been taken before.</param>
/// <param name="Refused">Why it was not taken.</param>
internal sealed record LineOutcome(DischargeStatus? Status, bool Before, Fault? Refused);
