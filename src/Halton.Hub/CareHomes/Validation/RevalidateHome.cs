using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Runs the checks of a council's validation of a home anew inside somebody's save, decides, and tells of what changed: the one way in which
/// a validation ever changes.
/// </summary>
internal static class RevalidateHome
{
    private const string TakeTurn = "select pg_advisory_xact_lock(hashtextextended({0}, 0))";

    /// <summary>Runs them.</summary>
    /// <param name="save">The save, whose caller is the council or the hub's own clock.</param>
    /// <param name="council">The placing council.</param>
    /// <param name="home">The home, as the save's context tracks it.</param>
    /// <param name="act">What is done to the validation besides.</param>
    /// <param name="ct">Ends it early.</param>
    /// <returns>The validation, or null when there is none and the act opens none.</returns>
    public static async Task<ValidationState?> Run(Save save, string council, CareHome home, ValidationAct act, CancellationToken ct)
    {
        var db = save.Db;

        // The evidence is read from the database, so what the save has recorded so far goes there first.
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlRawAsync(TakeTurn, [$"validation {council} {home.Id}"], ct);
        var validation = await db.Set<ProviderValidation>().Include(v => v.Checks).Include(v => v.Tasks).AsSplitQuery()
            .SingleOrDefaultAsync(v => v.Council == council && v.HomeId == home.Id, ct);
        if (validation is null)
        {
            if (!act.Opens)
            {
                return null;
            }

            validation = new ProviderValidation { Id = Guid.CreateVersion7(save.Now), Council = council, HomeId = home.Id };
            db.Add(validation);
        }

        act.Demand?.Invoke(validation);
        validation.Placed = act.Placed ?? validation.Placed;
        var known = await HomeEvidence.Gather(db, council, home, validation.Placed, save.Now, ct);
        var before = ValidationShape.Of(validation);
        validation.Look(known, act.Why);
        if (act.Override is var (word, conditions))
        {
            validation.Override(word, conditions);
            validation.Look(known, null);
        }

        return Tell(save, validation, home, before);
    }

    private static ValidationState Tell(Save save, ProviderValidation validation, CareHome home, ValidationShape before)
    {
        var after = ValidationShape.Of(validation);
        if (!after.Same(before) && before.CheckedAt != default)
        {
            validation.Changed();
        }

        var state = ValidationState.Of(validation, home);
        foreach (var kind in after.Since(before))
        {
            save.Tell(kind, state);
        }

        return state;
    }
}
