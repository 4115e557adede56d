using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>A page of discharges, newest admission first. A stay that goes on fitting the filter appears on exactly one page.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Tells discharges.</param>
public sealed class DischargeConnectionGraph(DischargePage page, DischargeWordsGraph words)
    : Connection<DischargeGraph>([.. page.Discharges.Select(status => new Edge<DischargeGraph>(words.Tell(status), page.Cursor(status)))], page.NextPageToken.Length > 0)
{
    /// <summary>On the first page: where dischargeChanged should begin so that it misses nothing that this list did not show.</summary>
    public string? ResumeToken => page.ResumeToken.Length > 0 ? page.ResumeToken : null;
}
