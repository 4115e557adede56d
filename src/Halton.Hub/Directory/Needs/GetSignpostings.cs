using Halton.Hub.Access;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Needs;

/// <summary>Reads signpostings by id: those that the caller sent or received; others are left out.</summary>
public sealed class GetSignpostings(DirectoryAccount account)
{
    /// <summary>Answers with those that there are.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="ids">Their ids.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<Dictionary<Guid, Signposting>> Run(Call call, IReadOnlyCollection<Guid> ids, CancellationToken ct) => account.Read(
        db => db.Set<Signposting>().AsNoTracking()
            .Where(s => ids.Contains(s.Id) && (s.RecordedBy == call.Organization || s.ServiceMaintainedBy == call.Organization)).ToDictionaryAsync(s => s.Id, ct),
        ct);
}
