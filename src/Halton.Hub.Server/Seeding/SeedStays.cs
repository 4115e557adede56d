using System.Threading.Channels;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Loads the stays up to a scale, and with the first of them the referrals, in one transaction, so that a seed that is killed leaves nothing. What is
/// there already stays as it is.
/// </summary>
internal static class SeedStays
{
    private const int BatchSize = 2_000;

    /// <summary>Loads what is missing; true when anything was.</summary>
    public static async Task<bool> UpTo(int scale, NpgsqlConnection owner, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        var (anchor, loaded) = await SeedProgress.Read(owner, ct);
        if (loaded >= scale)
        {
            return false;
        }

        var councils = await Councils(owner, ct);
        var copy = new StayCopy(owner, await IsWalled(owner, ct));
        await copy.Prepare(ct);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var batches = Channel.CreateBounded<SeededStay[]>(2);
        var telling = Task.Run(() => Tell(anchor, loaded, scale, councils, batches.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct))
            {
                await copy.Write(batch, ct);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await SeedReferrals.Tell(owner, transaction, anchor, councils, clock.GetUtcNow().Kept(), ct);
        await SeedProgress.Write(scale, owner, ct);
        await transaction.CommitAsync(ct);
        await using var analyze = new NpgsqlCommand(
            "analyze discharge.stay, discharge.patient, discharge.criteria_review, discharge.pathway_decision, discharge.worker_allocation, discharge.delay, discharge.access", owner)
        { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(ct);
        return true;
    }

    private static async Task Tell(
        DateOnly anchor, int loaded, int scale, IReadOnlyDictionary<string, string> councils, ChannelWriter<SeededStay[]> batches, CancellationToken ct)
    {
        try
        {
            var people = new People();
            var stories = new StayStories(anchor, people);
            foreach (var batch in new Timetable(anchor, people.Count).Between(loaded, scale).Select(stories.Tell).Select(s => Seen(s, councils)).Chunk(BatchSize))
            {
                await batches.WriteAsync(batch, ct);
            }

            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
            throw;
        }
    }

    private static SeededStay Seen(Stay stay, IReadOnlyDictionary<string, string> councils)
    {
        var access = new List<StayAccess>(2) { Grant(stay, stay.Trust, "trust") };
        if (stay.Patient!.LocalAuthority is { } area && councils.TryGetValue(area, out var council))
        {
            access.Add(Grant(stay, council, "residence"));
        }

        return new SeededStay(stay, access);
    }

    private static StayAccess Grant(Stay stay, string org, string relationship) => new()
    {
        StayId = stay.Id,
        Org = org,
        Relationship = relationship,
        GrantedBy = stay.Trust,
        AdmittedAt = stay.AdmittedAt,
        Open = stay.Open,
    };

    private static async Task<IReadOnlyDictionary<string, string>> Councils(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var read = new NpgsqlCommand("select local_authority, code from access.organization where local_authority is not null", owner);
        await using var row = await read.ExecuteReaderAsync(ct);
        var councils = new Dictionary<string, string>();
        while (await row.ReadAsync(ct))
        {
            councils.Add(row.GetString(0), row.GetString(1));
        }

        return councils;
    }

    private static async Task<bool> IsWalled(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand("select set_config('hub.org', 'SYSTEM:Seed', true), not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user", owner);
        await using var row = await ask.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return row.GetBoolean(1);
    }
}
