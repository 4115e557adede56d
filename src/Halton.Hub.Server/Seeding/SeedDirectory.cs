using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// The demonstration's directory: each file of <c>seeds/directory</c> is a table, its heading the columns; a column <c>x_days_ago</c> is the
/// date <c>x_date</c>, counted from the anchor day. A directory that holds anything already is left alone.
/// </summary>
internal static class SeedDirectory
{
    /// <summary>The tables in the order of their keys, with what the files do not say.</summary>
    private static readonly (string Table, string File, string Columns, string Values)[] Tables =
    [
        ("codes.postcode_area", "postcode_area", "", ""),
        ("directory.taxonomy", "directory/taxonomy", "", ""),
        ("directory.taxonomy_term", "directory/taxonomy_term", "", ""),
        ("directory.organization", "directory/organization", ", last_modified, version", ", $1, 1"),
        ("directory.organization_identifier", "directory/organization_identifier", "", ""),
        ("directory.location", "directory/location", "", ""),
        ("directory.address", "directory/address", "", ""),
        ("directory.accessibility", "directory/accessibility", "", ""),
        ("directory.service", "directory/service", ", maintained_by, last_modified, version", ", (select o.maintained_by from directory.organization o where o.id = organization_id), $1, 1"),
        ("directory.service_at_location", "directory/service_at_location", "", ""),
        ("directory.schedule", "directory/schedule", "", ""),
        ("directory.service_area", "directory/service_area", "", ""),
        ("directory.cost_option", "directory/cost_option", "", ""),
        ("directory.language", "directory/language", "", ""),
        ("directory.funding", "directory/funding", "", ""),
        ("directory.contact", "directory/contact", "", ""),
        ("directory.phone", "directory/phone", "", ""),
        ("directory.attribute", "directory/attribute", "", ""),
    ];

    /// <summary>Loads it once, in the caller's transaction.</summary>
    public static async Task Ensure(NpgsqlConnection owner, DateOnly anchor, CancellationToken ct)
    {
        await using var empty = new NpgsqlCommand("select set_config('hub.org', 'SYSTEM:Seed', true), not exists (select from directory.taxonomy)", owner);
        await using (var row = await empty.ExecuteReaderAsync(ct))
        {
            await row.ReadAsync(ct);
            if (!row.GetBoolean(1))
            {
                return;
            }
        }

        foreach (var (table, file, columns, values) in Tables)
        {
            await Load(owner, table, SeedFile.Text(file), columns, values, anchor, ct);
        }
    }

    private static async Task Load(NpgsqlConnection owner, string table, string text, string moreColumns, string moreValues, DateOnly anchor, CancellationToken ct)
    {
        var heading = text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimEnd().Split(',');
        var copied = string.Join(", ", heading.Select(Quoted));
        var kept = string.Join(", ", heading.Select(name => Quoted(name.Replace("_days_ago", "_date", StringComparison.Ordinal))));
        var asked = string.Join(", ", heading.Select(name => name.EndsWith("_days_ago", StringComparison.Ordinal) ? $"0 as {name}" : Quoted(name)));
        await Execute(owner, $"create temporary table seeded on commit drop as select {asked} from {table} where false", ct);
        await using (var writer = await owner.BeginTextImportAsync($"copy seeded ({copied}) from stdin with (format csv, header true)", ct))
        {
            await writer.WriteAsync(text.AsMemory(), ct);
        }

        var taken = string.Join(", ", heading.Select(name => name.EndsWith("_days_ago", StringComparison.Ordinal) ? $"$1::date - {name}" : Quoted(name)));
        await using (var insert = new NpgsqlCommand($"insert into {table} ({kept}{moreColumns}) select {taken}{moreValues} from seeded where $1::date is not null", owner))
        {
            insert.Parameters.Add(new() { Value = anchor });
            await insert.ExecuteNonQueryAsync(ct);
        }

        await Execute(owner, "drop table seeded", ct);
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private static async Task Execute(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }
}
