using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Tells one validation with its checks. What a host authority said is told to the placing council only; everybody else sees what came of it.
/// Faults: CARE_HOME_NOT_FOUND, VALIDATION_NOT_FOUND, COUNCIL_REQUIRED.
/// </summary>
public sealed class GetValidation(IDbContextFactory<HubDb> databases)
{
    /// <summary>Answers.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="careHome">The hub's id of the home, or CQC location id.</param>
    /// <param name="council">Code of the placing council; councils may leave it out.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ValidationState> Run(Call call, string? careHome, string? council, CancellationToken ct)
    {
        var check = new FieldChecks();
        var reference = HomeReference.Check(check, careHome);
        check.Settle();
        var placing = PlacingCouncil.Of(call, council);
        await using var db = await databases.CreateDbContextAsync(ct);
        var home = await db.Home(reference, ct);
        var validation = await db.Set<ProviderValidation>().AsNoTracking().Include(v => v.Checks).Include(v => v.Tasks).AsSplitQuery()
            .SingleOrDefaultAsync(v => v.HomeId == home.Id && v.Council == placing, ct);
        return validation is null ? throw CareHomeFaults.ValidationNotFound() : ValidationState.Of(validation, home).SeenFrom(call.Organization);
    }
}
