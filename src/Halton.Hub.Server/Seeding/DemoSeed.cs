using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Synthetic demonstration data: the partners, the directory and the care homes of <c>seeds/</c>, and for each unit of scale 450 inpatients
/// and 9,550 finished stays; with the first unit, referrals to HICaFS. The same scale gives the same data; loading again is fast and changes nothing; a larger scale adds what is missing.
/// </summary>
public static class DemoSeed
{
    /// <summary>Loads it.</summary>
    /// <param name="ownerConnection">An account that owns the tables.</param>
    /// <param name="keysFolder">Where this node keeps the demonstration partners' private keys.</param>
    /// <param name="scale">How many times 10,000 stays; 0 loads partners only.</param>
    /// <param name="clock">Tells today, which the first load keeps as the day that everything is relative to.</param>
    /// <param name="ct">Ends the load; what it had not committed is gone.</param>
    public static async Task Load(string ownerConnection, string keysFolder, int scale, TimeProvider clock, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Timetable.MostUnits);
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var owner = await source.OpenConnectionAsync(ct);
        await using (var transaction = await owner.BeginTransactionAsync(ct))
        {
            await SeedProgress.Ensure(owner, clock.Today(), ct);
            await SeedPartners.Ensure(keysFolder, owner, clock, ct);
            await SeedDirectory.Ensure(owner, clock.Today(), ct);
            await SeedHomes.Ensure(source, owner, transaction, clock, ct);
            await SeedReferrals.Ensure(owner, clock, ct);
            await transaction.CommitAsync(ct);
        }

        await SeedStays.UpTo(scale, owner, clock, ct);
    }
}
