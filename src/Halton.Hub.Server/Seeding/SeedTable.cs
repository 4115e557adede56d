using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>Takes a file of rows into the database by one statement.</summary>
internal static class SeedTable
{
    /// <summary>Loads it.</summary>
    /// <param name="owner">The owner's connection, in a transaction.</param>
    /// <param name="file">Name below seeds/.</param>
    /// <param name="sql">Takes the rows from the table <c>seeded</c>; $1 is the anchor day, $2 is now.</param>
    /// <param name="anchor">The day that the demonstration begins with.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task Load(NpgsqlConnection owner, string file, string sql, DateOnly anchor, DateTimeOffset now, CancellationToken ct)
    {
        var text = SeedFile.Text(file);
        var columns = text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimEnd().Split(',');
        await Execute(owner, $"create temporary table seeded ({string.Join(", ", columns.Select(column => $"{column} text"))}) on commit drop", ct);
        await using (var writer = await owner.BeginTextImportAsync("copy seeded from stdin with (format csv, header true, null '\\N')", ct))
        {
            await writer.WriteAsync(text.AsMemory(), ct);
        }

        await using (var take = new NpgsqlCommand(sql, owner) { Parameters = { new() { Value = anchor }, new() { Value = now } } })
        {
            await take.ExecuteNonQueryAsync(ct);
        }

        await Execute(owner, "drop table seeded", ct);
    }

    private static async Task Execute(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }
}
