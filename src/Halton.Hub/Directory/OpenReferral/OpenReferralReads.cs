using System.Data;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Reads for the open feed: the statements of one answer see one moment, so that no answer is half old and half new.</summary>
internal static class OpenReferralReads
{
    /// <summary>Runs the statements of one answer.</summary>
    public static Task<T> OneMoment<T>(this DirectoryAccount account, Func<HubDb, Task<T>> query, CancellationToken ct) => account.Read(
        async db =>
        {
            await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            return await query(db);
        },
        ct);

    /// <summary>The total and the ids that a page's statement finds.</summary>
    public static async Task<(long Total, Guid[] Ids)> Find(this HubDb db, NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        {
            command.Connection = (NpgsqlConnection)db.Database.GetDbConnection();
            command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return (reader.GetInt64(0), reader.GetFieldValue<Guid[]>(1));
        }
    }
}
