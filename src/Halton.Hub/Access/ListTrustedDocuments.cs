using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>The GraphQL documents that a partner registered, oldest first. For operators.</summary>
public sealed class ListTrustedDocuments(HubDb db)
{
    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyList<TrustedDocument>> Run(string partnerId, CancellationToken ct) => await db.Database
        .SqlQuery<TrustedDocument>($"select partner_id, sha256, document, added_at from access.trusted_document where partner_id = {partnerId} order by added_at, sha256").ToListAsync(ct);
}
