using Halton.Hub.Access;
using Halton.Hub.Data;

namespace Halton.Hub.Referrals;

/// <summary>The services that people can be referred to, with their hours and tiers.</summary>
public sealed class ListCareServices(HubReads reads, CareRules rules)
{
    private const string Sql = $"{CareRules.Services} order by code";

    /// <summary>Answers.</summary>
    public async Task<IReadOnlyList<(CareService Service, IReadOnlyList<CareTier> Tiers)>> Run(Call call, CancellationToken ct)
    {
        var tiers = (await rules.Now(ct)).Tiers;
        var services = await reads.Look(call, WalledBatch.Command(Sql), CareRules.ReadService, _ => Guid.Empty, null, ct);
        return [.. services.Select(s => (s, (IReadOnlyList<CareTier>)[.. s.Tiers.Select(t => tiers.GetValueOrDefault(t)).OfType<CareTier>()]))];
    }
}
