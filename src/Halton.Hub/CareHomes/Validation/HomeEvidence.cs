using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>Gathers what the database knows, as far as the row walls let the caller see.</summary>
internal static class HomeEvidence
{
    /// <summary>Gathers it.</summary>
    public static async Task<Evidence> Gather(HubDb db, string council, CareHome home, PlacedThere placed, DateTimeOffset now, CancellationToken ct)
    {
        await Load(h => h.Beds);
        await Load(h => h.Successions);
        var today = Foundation.LondonTime.Day(now);
        var contacts = Of<HostReply>().Where(r => r.HomeId == home.Id && r.Council == council);
        return new Evidence
        {
            Home = home,
            Placed = placed,
            Now = now,
            Contracts = await Of<Contract>().Where(c => c.HomeId == home.Id && c.Council == council).ToListAsync(ct),
            Contact = await contacts.OrderByDescending(r => r.ContactedOn).ThenByDescending(r => r.RecordedAt).FirstOrDefaultAsync(ct),
            Reply = await contacts.Where(r => r.RepliedOn != null).OrderByDescending(r => r.RepliedOn).ThenByDescending(r => r.RecordedAt).FirstOrDefaultAsync(ct),
            Sharing = await Of<SharingAgreement>()
                .Where(s => s.Council == council && s.HostAuthority == home.LocalAuthority && s.ValidFrom <= today && (s.ValidTo == null || s.ValidTo >= today))
                .OrderByDescending(s => s.RecordedAt).FirstOrDefaultAsync(ct),
            Assessment = await Of<PammsAssessment>().Where(a => a.HomeId == home.Id).OrderByDescending(a => a.AssessedOn).ThenByDescending(a => a.RecordedAt).FirstOrDefaultAsync(ct),
            Sanctions = await Of<Sanction>().Where(s => s.HomeId == home.Id && s.LiftedOn == null && s.From <= today).ToListAsync(ct),
            Decided = await Of<CouncilPolicy>().SingleOrDefaultAsync(p => p.Council == council, ct),
        };

        IQueryable<T> Of<T>()
            where T : class => db.Set<T>().AsNoTracking();

        async Task Load<T>(System.Linq.Expressions.Expression<Func<CareHome, IEnumerable<T>>> parts)
            where T : class
        {
            var known = db.Entry(home).Collection(parts);
            if (!known.IsLoaded)
            {
                await known.LoadAsync(ct);
            }
        }
    }
}
