namespace Halton.Hub.Discharge;

/// <summary>A page of discharges.</summary>
/// <param name="Discharges">Newest admission first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
/// <param name="Cursor">The place of one of them in the list: the next page of whoever gives it begins behind it.</param>
public sealed record DischargePage(IReadOnlyList<DischargeStatus> Discharges, string NextPageToken, string ResumeToken, Func<DischargeStatus, string> Cursor);
