using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Writes returns inside a save, one or many: the latest return, its numbers by kind of bed, the history, and an event for each. The database
/// decides under its lock which are newer than what is known; the others change nothing.
/// </summary>
internal static class SaveReturns
{
    private const string Latest = """
        insert into carehomes.capacity_return as r (home_id, as_of, received_at, source, accepting_admissions, closure_reason, closed_from, closed_until, told_stale, version)
        select home_id, as_of, $1, $2, accepting, reason, closed_from, closed_until, false, 1
        from unnest($3, $4, $5, $6, $7, $8) as made (home_id, as_of, accepting, reason, closed_from, closed_until) order by home_id
        on conflict (home_id) do update set as_of = excluded.as_of, received_at = excluded.received_at, source = excluded.source,
            accepting_admissions = excluded.accepting_admissions, closure_reason = excluded.closure_reason, closed_from = excluded.closed_from,
            closed_until = excluded.closed_until, told_stale = false, version = r.version + 1
        where r.as_of < excluded.as_of or ($9 and r.as_of = excluded.as_of)
        returning r.home_id, r.version
        """;

    private const string LeftOut = """
        delete from carehomes.bed_capacity b where b.home_id = any ($1)
            and not exists (select from unnest($2, $3) as made (home_id, bed_type) where made.home_id = b.home_id and made.bed_type = b.bed_type)
        """;

    private const string Numbers = """
        insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available)
        select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict (home_id, bed_type) do update set maximum = excluded.maximum, occupied = excluded.occupied, reserved = excluded.reserved, available = excluded.available
        """;

    private const string History = """
        insert into carehomes.capacity_history (home_id, bed_type, maximum, occupied, reserved, available, as_of, accepting_admissions, received_at, source)
        select *, $9, $10 from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    // Homes with beds that the hub holds, or held when they counted: what is told of them is not quite what they said.
    private const string Told = """
        select b.home_id, b.bed_type, b.maximum, b.occupied, b.reserved, b.available from carehomes.told_beds b
        where b.home_id = any ($1) and exists (select from carehomes.bed_hold h where h.home_id = b.home_id and h.held_until > $2)
        """;

    /// <summary>Writes them; answers what is known afterwards of each home whose return was taken.</summary>
    /// <param name="save">The save.</param>
    /// <param name="returns">Each home once.</param>
    /// <param name="source">Where they come from: home, council or feed.</param>
    /// <param name="replace">Whether a return of the very moment that is known replaces it, as a correction does.</param>
    /// <param name="window">The window that is open or was the last.</param>
    /// <param name="policy">The policy on freshness.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task<List<CapacityState>> Run(
        Save save, IReadOnlyList<(ReturningHome Home, NewReturn Made)> returns, string source, bool replace, CapacityWindow window, FreshnessPolicy policy, CancellationToken ct)
    {
        var versions = await SaveLatest(save, returns, source, replace, ct);
        var taken = returns.Where(r => versions.ContainsKey(r.Home.Id)).ToList();
        var told = taken.Count > 0 ? await SaveNumbers(save, taken, source, ct) : [];
        var states = taken.ConvertAll(r => r.Home.After(WithHolds(r.Home.Id, r.Made), source, versions[r.Home.Id], save.Now, window, policy));
        states.ForEach(state => save.Tell(CareHomeEvents.Reported, state));
        return states;

        NewReturn WithHolds(Guid home, NewReturn made) => made with { Beds = [.. made.Beds.Select(b => told.GetValueOrDefault((home, b.BedType), b))] };
    }

    private static async Task<Dictionary<Guid, int>> SaveLatest(
        Save save, IReadOnlyList<(ReturningHome Home, NewReturn Made)> returns, string source, bool replace, CancellationToken ct)
    {
        await using var batch = save.Batch(WalledBatch.Command(
            Latest,
            save.Now,
            source,
            All(NpgsqlDbType.Uuid, returns, r => r.Home.Id),
            All(NpgsqlDbType.TimestampTz, returns, r => r.Made.AsOf.UtcDateTime),
            All(NpgsqlDbType.Boolean, returns, r => r.Made.AcceptingAdmissions),
            All(NpgsqlDbType.Text, returns, r => r.Made.ClosureReason),
            All(NpgsqlDbType.Date, returns, r => r.Made.ClosedFrom),
            All(NpgsqlDbType.Date, returns, r => r.Made.ClosedUntil),
            replace));
        await using var row = await batch.ExecuteReaderAsync(ct);
        var versions = new Dictionary<Guid, int>();
        while (await row.ReadAsync(ct))
        {
            versions.Add(row.GetGuid(0), row.GetInt32(1));
        }

        return versions;
    }

    private static async Task<Dictionary<(Guid Home, string BedType), BedState>> SaveNumbers(Save save, List<(ReturningHome Home, NewReturn Made)> taken, string source, CancellationToken ct)
    {
        var beds = taken.SelectMany(r => r.Made.Beds, (r, bed) => (r.Home.Id, Bed: bed, r.Made.AsOf, r.Made.AcceptingAdmissions)).ToList();
        await using var batch = save.Batch();
        batch.BatchCommands.Add(WalledBatch.Command(
            LeftOut, All(NpgsqlDbType.Uuid, taken, r => r.Home.Id), All(NpgsqlDbType.Uuid, beds, b => b.Id), All(NpgsqlDbType.Text, beds, b => b.Bed.BedType)));
        batch.BatchCommands.Add(WalledBatch.Command(Numbers, Columns()));
        batch.BatchCommands.Add(WalledBatch.Command(
            History,
            [.. Columns(), All(NpgsqlDbType.TimestampTz, beds, b => b.AsOf.UtcDateTime), All(NpgsqlDbType.Boolean, beds, b => b.AcceptingAdmissions), save.Now, source]));
        batch.BatchCommands.Add(WalledBatch.Command(Told, All(NpgsqlDbType.Uuid, taken, r => r.Home.Id), taken.Min(r => r.Made.AsOf)));
        await using var row = await batch.ExecuteReaderAsync(ct);
        var told = new Dictionary<(Guid, string), BedState>();
        while (await row.ReadAsync(ct))
        {
            var bed = new BedState(row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
            told.Add((row.GetGuid(0), bed.BedType), bed);
        }

        return told;

        object?[] Columns() =>
        [
            All(NpgsqlDbType.Uuid, beds, b => b.Id),
            All(NpgsqlDbType.Text, beds, b => b.Bed.BedType),
            All(NpgsqlDbType.Integer, beds, b => b.Bed.Maximum),
            All(NpgsqlDbType.Integer, beds, b => b.Bed.Occupied),
            All(NpgsqlDbType.Integer, beds, b => b.Bed.Reserved),
            All(NpgsqlDbType.Integer, beds, b => b.Bed.Available),
        ];
    }

    private static NpgsqlParameter<T[]> All<TRow, T>(NpgsqlDbType type, IReadOnlyList<TRow> rows, Func<TRow, T> value) =>
        new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
