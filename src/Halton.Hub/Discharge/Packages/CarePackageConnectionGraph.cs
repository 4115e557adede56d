using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>A page of care packages, the latest admission first.</summary>
/// <param name="page">What the operation answered.</param>
public sealed class CarePackageConnectionGraph(CarePackagePage page)
    : Connection<CarePackageGraph>([.. page.Packages.Select(state => new Edge<CarePackageGraph>(new CarePackageGraph(state), () => page.Cursor(state)))], page.NextPageToken.Length > 0)
{
    /// <summary>On the first page: where carePackageChanged should begin so that it misses nothing that this list did not show.</summary>
    public string? ResumeToken => page.ResumeToken.Length > 0 ? page.ResumeToken : null;
}
