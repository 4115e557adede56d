using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Replaces all keys of a partner at once: an assertion signed with an old key is refused within seconds. For operators.</summary>
public sealed class RotatePartnerKey(HubDb db, TimeProvider clock)
{
    /// <summary>Replaces them by the keys of the set.</summary>
    public async Task Run(string partnerId, string jwks, CancellationToken ct)
    {
        var keys = PublicKeys.Read(jwks, partnerId, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var partner = await db.Partners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == partnerId, ct)
            ?? throw new Fault(FaultKind.NotFound, "NO_SUCH_PARTNER", "There is no partner of that id. See partner list.");
        if (partner.RevokedAt is not null)
        {
            throw new Fault(FaultKind.FailedPrecondition, "PARTNER_REVOKED", "That partner was revoked, and new keys would not let it in. Add a new one.");
        }

        await db.Set<PartnerKey>().Where(k => k.PartnerId == partnerId).ExecuteDeleteAsync(ct);
        db.AddRange(keys);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
