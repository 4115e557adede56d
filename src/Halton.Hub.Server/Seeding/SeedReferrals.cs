using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>The services that people can be referred to.</summary>
internal static class SeedReferrals
{
    private const string Services = """
        insert into referrals.care_service (code, name, organization, opens, closes, days, on_bank_holidays, tiers)
        select s.code, s.name, s.organization, s.opens::int, s.closes::int, string_to_array(s.days, ';')::int[], s.on_bank_holidays::boolean, string_to_array(s.tiers, ';')
        from seeded s
        on conflict do nothing
        """;

    /// <summary>Puts them there once.</summary>
    public static Task Ensure(NpgsqlConnection owner, TimeProvider clock, CancellationToken ct) =>
        SeedTable.Load(owner, "referrals/care_service", Services, clock.Today(), clock.GetUtcNow(), ct);
}
