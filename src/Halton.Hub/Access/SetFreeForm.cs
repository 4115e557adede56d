using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Says whether a partner may send GraphQL documents of its own making, or trusted ones only. Faults: NO_SUCH_PARTNER. For operators.</summary>
public sealed class SetFreeForm(HubDb db)
{
    /// <summary>Says it.</summary>
    public async Task Run(string partnerId, bool freeForm, CancellationToken ct)
    {
        var partner = await db.Partners.FirstOrDefaultAsync(p => p.Id == partnerId, ct)
            ?? throw new Fault(FaultKind.NotFound, "NO_SUCH_PARTNER", "There is no partner of that id. See partner list.");
        partner.FreeFormQueries = freeForm;
        await db.SaveChangesAsync(ct);
    }
}
