using System.Collections.Frozen;

namespace Halton.Hub.Referrals;

/// <summary>The services that people can be referred to, and how fast they answer.</summary>
/// <param name="Services">By code.</param>
/// <param name="Tiers">By code.</param>
public sealed record CareSettings(FrozenDictionary<string, CareService> Services, FrozenDictionary<string, CareTier> Tiers)
{
    /// <summary>A service. Fault: SERVICE_NOT_FOUND.</summary>
    public CareService Service(string code) => Services.GetValueOrDefault(code) ?? throw ReferralFaults.ServiceNotFound();

    /// <summary>A tier that a service answers. Fault: TIER_NOT_ANSWERED.</summary>
    public CareTier TierOf(CareService service, string tier) =>
        service.Tiers.Contains(tier) && Tiers.TryGetValue(tier, out var known) ? known : throw ReferralFaults.TierNotAnswered();
}
