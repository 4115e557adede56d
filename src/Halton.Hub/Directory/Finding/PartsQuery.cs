using System.Linq.Expressions;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>A query for many ids at once, one statement, put into SQL on first use and then kept: building and comparing its tree costs more than the read.</summary>
/// <param name="account">The way to the database.</param>
/// <param name="query">The rows that belong to these ids.</param>
internal sealed class PartsQuery<T>(DirectoryAccount account, Expression<Func<HubDb, IReadOnlyCollection<Guid>, IQueryable<T>>> query)
{
    private readonly Func<HubDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<T>> run = EF.CompileAsyncQuery(query);

    /// <summary>The one row of each id.</summary>
    public async Task<Dictionary<Guid, T>> One(IReadOnlyCollection<Guid> ids, Func<T, Guid> key, CancellationToken ct) => (await Rows(ids, ct)).ToDictionary(key);

    /// <summary>The rows of each id, in order.</summary>
    public async Task<ILookup<Guid, T>> Many(IReadOnlyCollection<Guid> ids, Func<T, Guid> key, CancellationToken ct) => (await Rows(ids, ct)).ToLookup(key);

    /// <summary>The rows of all.</summary>
    public Task<List<T>> Rows(IReadOnlyCollection<Guid> ids, CancellationToken ct) => account.Read(
        async db =>
        {
            var rows = new List<T>();
            await foreach (var row in run(db, ids).WithCancellation(ct))
            {
                rows.Add(row);
            }

            return rows;
        },
        ct);
}
