using System.Globalization;
using Halton.Hub.Access;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Organisations, sites and partners of the demonstration, and a key of this node for each partner. What is there already is left alone:
/// a revoked partner stays revoked, and a key that was taken away is not registered again.
/// </summary>
internal static class SeedPartners
{
    private const string AddOrganization = "insert into access.organization (code, name, kind, local_authority) values ($1, $2, $3, $4) on conflict do nothing";
    private const string AddSite = "insert into access.site (code, organization, name) values ($1, $2, $3) on conflict do nothing";
    private const string AddPartner = "insert into access.partner (id, organization, scopes, purposes, rate_per_second, burst, max_watches) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";

    private const string AddKey = """
        with fresh as (
            insert into demo.registered_key (partner_id, kid)
            select id, $2 from access.partner where id = $1 and revoked_at is null
            on conflict do nothing returning partner_id, kid)
        insert into access.partner_key (partner_id, kid, jwk, added_at) select partner_id, kid, $3, $4 from fresh on conflict do nothing
        """;

    /// <summary>Adds what is missing.</summary>
    public static async Task Ensure(string keysFolder, NpgsqlConnection owner, TimeProvider clock, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(owner);
        foreach (var organization in SeedFile.Read("organizations", row => row))
        {
            var kind = Enum.Parse<OrganizationKind>(organization[2]);
            Add(batch, AddOrganization, organization[0], organization[1], kind.ToString(), organization[3].Length > 0 ? organization[3] : DBNull.Value);
        }

        foreach (var site in SeedFile.Read("sites", row => row))
        {
            Add(batch, AddSite, site[0], site[1], site[2]);
        }

        foreach (var partner in SeedFile.Read("partners", row => row))
        {
            Add(batch, AddPartner, partner[0], partner[1], partner[2].Split(' '), partner[3].Split(' '), Number(partner[4]), Number(partner[5]), Number(partner[6]));
            var (kid, jwk) = DemoKeys.Ensure(keysFolder, partner[0]);
            Add(batch, AddKey, partner[0], kid, new NpgsqlParameter { Value = jwk, NpgsqlDbType = NpgsqlDbType.Jsonb }, clock.GetUtcNow());
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
