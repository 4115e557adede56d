using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>Pages of things in the order of their names; the id decides between namesakes.</summary>
public sealed class NamePages(DirectoryAccount account, SealedTokens tokens)
{
    /// <summary>Reads a page, one statement.</summary>
    /// <param name="call">The permitted call; cursors are good for its partner only.</param>
    /// <param name="list">The list and its filters in words, which cursors are bound to.</param>
    /// <param name="query">The rows.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">A cursor, or null for the beginning.</param>
    /// <param name="ct">Ends it early.</param>
    internal async Task<NamePage<T>> Run<T>(Call call, string list, Func<HubDb, IQueryable<T>> query, int first, string? after, CancellationToken ct)
        where T : class, INamed
    {
        if (first is < 1 or > 100)
        {
            throw Fault.Invalid("first", "FIRST_OUT_OF_RANGE", "From 1 to 100.");
        }

        var binding = $"{call.Caller.Partner}\n{list}";
        Place? place = null;
        if (!string.IsNullOrEmpty(after) && !tokens.TryOpen("names", binding, after, out place))
        {
            throw Fault.Invalid("after", "CURSOR_INVALID", "The cursor was made for another caller or another filter, or was changed. Begin at the first page.");
        }

        var rows = await account.Read(db => Behind(query(db).AsNoTracking(), place).OrderBy(row => row.Name).ThenBy(row => row.Id).Take(first + 1).ToListAsync(ct), ct);
        return new NamePage<T>([.. rows.Take(first).Select(row => (row, tokens.Seal("names", binding, new Place(row.Name, row.Id))))], rows.Count > first);
    }

    private static IQueryable<T> Behind<T>(IQueryable<T> rows, Place? place)
        where T : class, INamed => place is null
            ? rows
            : rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Name, row.Id), ValueTuple.Create(place.Name, place.Id)));

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(string Name, Guid Id);
}
