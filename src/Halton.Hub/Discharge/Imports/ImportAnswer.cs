using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge.Imports;

/// <summary>What became of a line: taken, or refused by name.</summary>
/// <param name="Key">The line's key.</param>
/// <param name="DischargeId">The stay that it was about; null when it was refused.</param>
/// <param name="Etag">The stay's etag right after the line.</param>
/// <param name="AppliedBefore">Whether the line had been taken before, and was not taken again.</param>
/// <param name="Refused">Why it was not taken.</param>
public sealed record ImportAnswer(string Key, Guid? DischargeId, string? Etag, bool AppliedBefore, Fault? Refused);
