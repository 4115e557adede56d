using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Holds beds of homes inside somebody's save, lets them go, and tells what is then known of the home's capacity. Whether a bed is held is
/// judged by the clock of the database alone: a late job neither lengthens nor frees a hold.
/// </summary>
public sealed class BedHolds(FreshnessPolicies policies, WorkingDays days)
{
    private const string Columns = "id, home_id, bed_type, bed_number, held_for, state, held_at, held_until, ended_at";
    private const string HoldOne = "select outcome, bed_number, held_at, held_until from carehomes.hold_bed($1, $2, $3, $4, $5, $6, $7)";
    private const string Live = "state = 'held' and held_until > clock_timestamp()";

    private const string ExtendOne =
        $"update carehomes.bed_hold set held_until = greatest(held_until, least($2, clock_timestamp() + make_interval(secs => $3))) where id = $1 and {Live} returning {Columns}";

    private const string EndOne = $"update carehomes.bed_hold set state = $2, ended_at = clock_timestamp() where id = $1 and {Live} returning {Columns}";
    private const string ExpireOne = $"update carehomes.bed_hold set state = 'expired', ended_at = held_until where id = $1 and state = 'held' and held_until <= clock_timestamp() returning {Columns}";
    private const string Known = $"select {CapacitySql.Columns} from {CapacitySql.From} where h.id = $3";

    /// <summary>Holds a bed of a kind; null where none can be had, with the reason: unknown, closed, none or quota.</summary>
    /// <param name="save">The save of the organisation that holds it.</param>
    /// <param name="id">The hold's id.</param>
    /// <param name="home">The home.</param>
    /// <param name="bedType">A code of bed-type.</param>
    /// <param name="time">For how long.</param>
    /// <param name="most">Beds that the organisation can hold at a time.</param>
    /// <param name="ct">Ends it early.</param>
    internal async Task<(BedHold? Hold, string Outcome)> Hold(Save save, Guid id, Guid home, string bedType, TimeSpan time, int most, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        await using var batch = save.Batch(WalledBatch.Command(
            HoldOne, id, home, bedType, save.Organization, (int)time.TotalSeconds, policy.KnownFrom(save.Now), most));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return row.GetString(0) is not BedHold.Held and var outcome
            ? (null, outcome)
            : (new BedHold
            {
                Id = id,
                HomeId = home,
                BedType = bedType,
                BedNumber = row.GetInt32(1),
                HeldFor = save.Organization,
                State = BedHold.Held,
                HeldAt = row.GetFieldValue<DateTimeOffset>(2),
                HeldUntil = row.GetFieldValue<DateTimeOffset>(3),
            }, BedHold.Held);
    }

    /// <summary>Holds a bed for so long from now, never beyond a moment and never shorter than it is held already; null when it is no longer held.</summary>
    internal static Task<BedHold?> Extend(Save save, Guid id, TimeSpan time, DateTimeOffset longest, CancellationToken ct) =>
        Change(save, WalledBatch.Command(ExtendOne, id, longest, time.TotalSeconds), ct);

    /// <summary>Lets a held bed go, or notes that somebody has moved in; null when it is no longer held.</summary>
    /// <param name="save">The save.</param>
    /// <param name="id">The hold.</param>
    /// <param name="state">released or admitted.</param>
    /// <param name="ct">Ends it early.</param>
    internal static Task<BedHold?> End(Save save, Guid id, string state, CancellationToken ct) => Change(save, WalledBatch.Command(EndOne, id, state), ct);

    /// <summary>Notes that a hold's time has run out; null when it has not, or when that is noted already.</summary>
    internal static Task<BedHold?> Expire(Save save, Guid id, CancellationToken ct) => Change(save, WalledBatch.Command(ExpireOne, id), ct);

    /// <summary>Tells what is known of a home's capacity after its beds were held, let go or filled.</summary>
    internal async Task Tell(Save save, Guid home, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var window = CapacityWindow.Latest(LondonTime.Day(save.Now), policy, days);
        await using var batch = save.Batch(WalledBatch.Command(Known, window.From, window.Until, home));
        await using var row = await batch.ExecuteReaderAsync(ct);
        if (await row.ReadAsync(ct))
        {
            save.Tell(CareHomeEvents.CapacityChanged, CapacitySql.Read(row, policy, window, save.Now));
        }
    }

    private static async Task<BedHold?> Change(Save save, NpgsqlBatchCommand command, CancellationToken ct)
    {
        // What the save has made so far may be what lets it change the hold.
        await save.Db.SaveChangesAsync(ct);
        await using var batch = save.Batch(command);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new BedHold
            {
                Id = row.GetGuid(0),
                HomeId = row.GetGuid(1),
                BedType = row.GetString(2),
                BedNumber = row.GetInt32(3),
                HeldFor = row.GetString(4),
                State = row.GetString(5),
                HeldAt = row.GetFieldValue<DateTimeOffset>(6),
                HeldUntil = row.GetFieldValue<DateTimeOffset>(7),
                EndedAt = row.ValueAt<DateTimeOffset>(8),
            }
            : null;
    }
}
