using Halton.Hub.Access;

namespace Halton.Hub.Directory.Finding;

/// <summary>Lists organisations by name. Faults: CURSOR_INVALID, FIRST_OUT_OF_RANGE.</summary>
public sealed class ListOrganizations(NamePages pages)
{
    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="mine">Only those that the caller keeps.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">A cursor, or null for the beginning.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<NamePage<Organization>> Run(Call call, bool mine, int first, string? after, CancellationToken ct) =>
        pages.Run(call, $"organizations {mine}", db => db.Set<Organization>().Where(o => !mine || o.MaintainedBy == call.Organization), first, after, ct);
}
