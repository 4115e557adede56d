using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Everybody who may call or once could, with keys, by id. For operators.</summary>
public sealed class ListPartners(HubDb db)
{
    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyList<Partner>> Run(CancellationToken ct) =>
        await db.Partners.AsNoTracking().Include(p => p.Keys.OrderBy(k => k.Kid)).OrderBy(p => p.Id).ToListAsync(ct);
}
