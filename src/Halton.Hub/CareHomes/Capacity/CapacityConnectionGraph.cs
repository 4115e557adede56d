using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>A page of what is known of homes' capacity, by name or the nearest first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapacityConnectionGraph(CapacityPage page, CareHomeWordsGraph words)
    : Connection<CapacityGraph>([.. page.Capacity.Select(state => new Edge<CapacityGraph>(new CapacityGraph(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0)
{
    /// <summary>On the first page: where capacityChanged with the same localAuthority and bedType should begin so that it misses nothing that this list did not show.</summary>
    public string? ResumeToken => page.ResumeToken.Length > 0 ? page.ResumeToken : null;
}
