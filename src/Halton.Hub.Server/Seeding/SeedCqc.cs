using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>What CQC would say of the demonstration's homes: documents of its syndication API in <c>seeds/cqc</c>, taken in as its answers are.</summary>
internal static class SeedCqc
{
    /// <summary>Loads them, in the caller's transaction.</summary>
    public static async Task Load(NpgsqlDataSource source, NpgsqlConnection owner, NpgsqlTransaction transaction, TimeProvider clock, CancellationToken ct)
    {
        var codes = new CodeSystems();
        await codes.Load(source, ct);
        var authorities = new LocalAuthorities(codes, clock);
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(owner).Options);
        await db.Database.UseTransactionAsync(transaction, ct);
        await LoadCqcFiles.Into(db, Open, authorities.Code, _ => Guid.CreateVersion7(), clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One of the two files, as it travels inside the server.</summary>
    public static Stream? Open(string name) => typeof(SeedCqc).Assembly.GetManifestResourceStream($"seeds/cqc/{name}");
}
