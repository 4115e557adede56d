using Halton.Hub.Access;
using Halton.Hub.Events;

namespace Halton.Hub.Directory.Needs;

/// <summary>Follows the signpostings that the caller sent or received, exactly once and in commit order.</summary>
public sealed class WatchSignpostings(DirectoryAccount account)
{
    /// <summary>Follows from a token, or from now.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="resumeToken">Where to go on; null for now.</param>
    /// <param name="ct">The caller has gone.</param>
    public IAsyncEnumerable<WatchItem> Run(Call call, string? resumeToken, CancellationToken ct) =>
        account.Watch.Follow(call, DirectoryEvents.OfSignpostings, "signpostings", _ => true, resumeToken, ct);
}
