using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Access;

/// <summary>
/// Registers a GraphQL document as a partner's own, so that it may be sent by its id. Adding it twice keeps the first. Whether it fits a
/// schema is seen when it is sent. Faults: NO_SUCH_PARTNER, DOCUMENT_EMPTY. For operators.
/// </summary>
public sealed class AddTrustedDocument(HubDb db, TimeProvider clock)
{
    /// <summary>Registers it; answers its id.</summary>
    public async Task<string> Run(string partnerId, string document, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(document))
        {
            throw Fault.Invalid("document", "DOCUMENT_EMPTY", "The document is empty.");
        }

        if (!await db.Partners.AnyAsync(p => p.Id == partnerId, ct))
        {
            throw new Fault(FaultKind.NotFound, "NO_SUCH_PARTNER", "There is no partner of that id. See partner list.");
        }

        var (id, at) = (TrustedDocuments.Id(document), clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"insert into access.trusted_document (partner_id, sha256, document, added_at) values ({partnerId}, {TrustedDocuments.Digits(id)}, {document}, {at}) on conflict do nothing", ct);
        return id;
    }
}
