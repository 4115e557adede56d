using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// Takes in what CQC says of a location: the home, its earlier and later registrations, and the event that tells what changed, in one save.
/// Its provider must be there. When it says nothing new, only the moment of its having been said moves.
/// </summary>
public sealed class TakeLocation(OneSave saves, LocalAuthorities authorities)
{
    /// <summary>Takes a document in. What it came to; empty when nothing changed.</summary>
    internal Task<Taken> Run(ClockCaller clock, CqcLocation said, int version, CancellationToken ct) => Save(
        clock, $"{said.LocationId} {version} {CqcFingerprint.Of(said)}", said, async save => (await Into(save.Db, [said], authorities.Code, _ => Guid.CreateVersion7(), save.Now, ct)).Single(), ct);

    /// <summary>Takes in that CQC no longer knows a location.</summary>
    internal Task<Taken> Remove(ClockCaller clock, string locationId, int version, CancellationToken ct) => Save(
        clock,
        $"{locationId} {version} removed",
        new Removal(locationId),
        async save =>
        {
            var home = await save.Db.Set<CareHome>().Include(h => h.Successions).SingleAsync(h => h.LocationId == locationId, ct);
            return (home, TakeIn.Gone(home, save.Now));
        },
        ct);

    /// <summary>Notes that CQC says the same of homes as before.</summary>
    internal Task Touch(ClockCaller clock, IReadOnlyList<Guid> homes, DateTimeOffset at, CancellationToken ct) => saves.Run(
        clock.Call,
        clock.RequestId($"touch {at:O} {homes[0]}"),
        homes,
        async save =>
        {
            await save.Db.Set<CareHome>().Where(h => homes.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.SyncedAt, save.Now), ct);
            return new Taken(homes[0], []);
        },
        taken => taken.HomeId,
        ct);

    /// <summary>Takes many documents into homes, new and known; whoever calls saves.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="said">The documents, each location once; their providers are there or are added too.</param>
    /// <param name="localAuthority">The GSS code for a local authority's name.</param>
    /// <param name="id">The id of a new home, by its location id.</param>
    /// <param name="at">When it was said.</param>
    /// <param name="ct">Ends it early.</param>
    internal static async Task<IReadOnlyList<(CareHome Home, HomeTaken Taken)>> Into(
        HubDb db, IReadOnlyList<CqcLocation> said, Func<string?, string?> localAuthority, Func<string, Guid> id, DateTimeOffset at, CancellationToken ct)
    {
        var ids = said.Select(location => location.LocationId).ToList();
        var known = await db.Set<CareHome>().Include(h => h.Successions).Where(h => ids.Contains(h.LocationId)).ToDictionaryAsync(h => h.LocationId, ct);
        return [.. said.Select(location => known.TryGetValue(location.LocationId, out var home)
            ? (home, TakeIn.Into(home, location, localAuthority, at))
            : (db.Add(TakeIn.New(id(location.LocationId), location, localAuthority, at)).Entity, new HomeTaken(["taken-up"], [])))];
    }

    private Task<Taken> Save<TRequest>(ClockCaller clock, string part, TRequest request, Func<Save, Task<(CareHome Home, HomeTaken Taken)>> change, CancellationToken ct) => saves.Run(
        clock.Call,
        clock.RequestId(part),
        request,
        async save =>
        {
            var (home, taken) = await change(save);
            if (taken.Changed.Count > 0)
            {
                await Tell(save, home, taken, ct);
            }

            return new Taken(home.Id, taken.Changed);
        },
        taken => taken.HomeId,
        ct);

    /// <summary>Tells what changed, and has councils' validations of the home looked at again where that is for the worse.</summary>
    private static async Task Tell(Save save, CareHome home, HomeTaken taken, CancellationToken ct)
    {
        save.Tell(new CareHomeChange(home.Id, home.LocationId, home.Name, home.Organization, taken.Changed, save.Now));
        foreach (var why in taken.Reasons)
        {
            await ReopenValidations.Reopen(save, home, why, ct);
        }
    }

    /// <summary>What taking in came to.</summary>
    internal sealed record Taken(Guid HomeId, IReadOnlyList<string> Changed);

    private sealed record Removal(string LocationId);
}
