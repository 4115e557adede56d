using Halton.Hub.Access;
using Halton.Hub.Events;

namespace Halton.Hub.Discharge;

/// <summary>Follows changes to discharges that the caller may see, exactly once and in commit order.</summary>
public sealed class WatchDischarges(Watch watch)
{
    /// <summary>The filter in words, which resume tokens are bound to.</summary>
    internal static string FilterOf(string? site, string? ward) => $"discharges\n{site}\n{ward}";

    /// <summary>Follows from a token, or from now.</summary>
    public IAsyncEnumerable<WatchItem> Run(Call call, string? site, string? ward, string? resumeToken, CancellationToken ct) =>
        watch.Follow(call, "discharge.", FilterOf(site, ward), e => Fits((DischargeStatus)e.Payload, site, ward), resumeToken, ct);

    private static bool Fits(DischargeStatus status, string? site, string? ward) => (site is null || status.Site == site) && (ward is null || status.Ward == ward);
}
