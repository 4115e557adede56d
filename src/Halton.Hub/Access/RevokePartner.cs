using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>
/// Ends a partner's access for good: its tokens and watches end within seconds on every node. The row stays, since the audit names it;
/// revoking twice keeps the first moment. For operators.
/// </summary>
public sealed class RevokePartner(HubDb db, TimeProvider clock)
{
    /// <summary>Revokes it.</summary>
    public async Task Run(string partnerId, CancellationToken ct)
    {
        var partner = await db.Partners.FirstOrDefaultAsync(p => p.Id == partnerId, ct)
            ?? throw new Fault(FaultKind.NotFound, "NO_SUCH_PARTNER", "There is no partner of that id. See partner list.");
        partner.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }
}
