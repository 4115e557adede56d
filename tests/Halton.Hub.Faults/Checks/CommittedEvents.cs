using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Faults.Checks;

/// <summary>What an organisation must have heard.</summary>
internal static class CommittedEvents
{
    private const string Sql = """
        select id from events.event
        where (xid, position) > ($1, $2) and $3 = any (audience) and kind like 'discharge.%' order by xid, position
        """;

    /// <summary>Ids of the committed events behind a place, in commit order.</summary>
    public static async Task<List<Guid>> Read(string owner, string organization, LogPlace from, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = from.Xid, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter { Value = from.Position });
        command.Parameters.Add(new NpgsqlParameter { Value = organization });
        await using var row = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            ids.Add(row.GetGuid(0));
        }

        return ids;
    }
}
