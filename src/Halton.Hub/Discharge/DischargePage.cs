namespace Halton.Hub.Discharge;

/// <summary>A page of discharges.</summary>
/// <param name="Discharges">Newest admission first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
public sealed record DischargePage(IReadOnlyList<DischargeStatus> Discharges, string NextPageToken, string ResumeToken);
