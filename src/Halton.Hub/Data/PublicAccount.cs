using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// The database as <c>hub_directory</c> sees it: an account without any privilege on a table about a person. Whatever is for everyone is read
/// through here, so that a forgotten check or an injected statement finds nobody.
/// </summary>
public sealed class PublicAccount : IAsyncDisposable
{
    // How alike words must be to be taken for one another: "foodbank" for "food bank", but not "carers" for "lantern".
    private const string Spelling = "-c pg_trgm.word_similarity_threshold=0.5";

    /// <summary>Opens it.</summary>
    public PublicAccount(HubOptions options, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        Source = Connections.Serving(new NpgsqlConnectionStringBuilder(options.DirectoryConnection) { Options = Spelling }.ConnectionString, logs);
        Databases = new PooledDbContextFactory<HubDb>(new DbContextOptionsBuilder<HubDb>().UseNpgsql(Source).UseSnakeCaseNamingConvention().UseLoggerFactory(logs).Options);
    }

    /// <summary>Its connections.</summary>
    internal NpgsqlDataSource Source { get; }

    /// <summary>Its sessions.</summary>
    internal IDbContextFactory<HubDb> Databases { get; }

    /// <summary>Reads with the hub's own words; one statement a query.</summary>
    internal async Task<T> Read<T>(Func<HubDb, Task<T>> query, CancellationToken ct)
    {
        await using var db = await Databases.CreateDbContextAsync(ct);
        return await query(db);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Source.DisposeAsync();
}
