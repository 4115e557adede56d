using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>Takes a document back: within seconds no node takes its id from the partner. Faults: NO_SUCH_DOCUMENT. For operators.</summary>
public sealed class RemoveTrustedDocument(HubDb db)
{
    /// <summary>Removes it, by its id with or without <c>sha256:</c>.</summary>
    public async Task Run(string partnerId, string id, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync($"delete from access.trusted_document where partner_id = {partnerId} and sha256 = {TrustedDocuments.Digits(id)}", ct) == 0)
        {
            throw new Fault(FaultKind.NotFound, "NO_SUCH_DOCUMENT", "The partner has no document of that id. See partner documents list.");
        }
    }
}
