using Halton.Hub.Access;
using Halton.Hub.Events;

namespace Halton.Hub.Discharge.Packages;

/// <summary>Follows changes of care packages that the caller may see, exactly once and in commit order.</summary>
public sealed class WatchCarePackages(Watch watch)
{
    /// <summary>The filter in words, which resume tokens are bound to.</summary>
    internal const string Filter = "care-packages";

    /// <summary>Follows from a token, or from now.</summary>
    public IAsyncEnumerable<WatchItem> Run(Call call, string? resumeToken, CancellationToken ct) => watch.Follow(call, CarePackageEvents.Prefix, Filter, _ => true, resumeToken, ct);
}
