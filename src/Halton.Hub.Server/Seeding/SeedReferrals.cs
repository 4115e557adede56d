using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Referrals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>The services that people can be referred to, and the demonstration's referrals.</summary>
internal static class SeedReferrals
{
    private const string Service = "hicafs";

    private const string Services = """
        insert into referrals.care_service (code, name, organization, opens, closes, days, on_bank_holidays, tiers)
        select s.code, s.name, s.organization, s.opens::int, s.closes::int, string_to_array(s.days, ';')::int[], s.on_bank_holidays::boolean, string_to_array(s.tiers, ';')
        from seeded s
        on conflict do nothing
        """;

    /// <summary>Puts the services there once.</summary>
    public static Task Ensure(NpgsqlConnection owner, TimeProvider clock, CancellationToken ct) =>
        SeedTable.Load(owner, "referrals/care_service", Services, clock.Today(), clock.GetUtcNow(), ct);

    /// <summary>Tells the stories of referrals, in the caller's transaction; a hub that knows any referral already is left alone.</summary>
    public static async Task Tell(NpgsqlConnection owner, NpgsqlTransaction transaction, DateOnly anchor, IReadOnlyDictionary<string, string> councils, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(owner).Options);
        await db.Database.UseTransactionAsync(transaction, ct);
        if (await db.Set<Referral>().AnyAsync(ct))
        {
            return;
        }

        var care = await db.Set<CareService>().SingleAsync(s => s.Code == Service, ct);
        var tiers = await db.Set<CareTier>().ToDictionaryAsync(t => t.Code, ct);
        var stories = new ReferralStories(care, tiers, councils, anchor, new People());
        db.AddRange(Enumerable.Range(0, ReferralStories.Count).Select(number => stories.Tell(number, now)));
        await db.SaveChangesAsync(ct);
    }
}
