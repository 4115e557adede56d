using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Lists validations without their checks: those with an open task first, then those under which nobody may be placed, then the rest, each by
/// the home's name. One that moves between the three while pages are turned can be missed or come twice. Faults: COUNCIL_REQUIRED,
/// PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, CODE_UNKNOWN, TOO_MANY.
/// </summary>
public sealed class ListValidations(IDbContextFactory<HubDb> databases, CodeSystems codes, SealedTokens tokens, TimeProvider clock)
{
    private const int MostDecisions = 6;

    /// <summary>Answers a page.</summary>
    public async Task<ValidationPage> Run(Call call, ValidationFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.That(filter.Decisions.Count <= MostDecisions, "decisions", "TOO_MANY", $"At most {MostDecisions}.");
        foreach (var decision in filter.Decisions.Take(MostDecisions))
        {
            codes.Check(check, "decisions", CareHomeCodes.ValidationDecision, new Coding("", decision), clock.Today(), required: true);
        }

        check.OptionalText(filter.HostAuthority, "host_authority", 20);
        check.Settle();
        var council = PlacingCouncil.Of(call, filter.Council);
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "validations", binding, pageToken);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await Chosen(db, council, filter, after).Take(size + 1).ToListAsync(ct);
        var page = found.Take(size).Select(f => ValidationState.Of(f.Validation, f.Home)).ToList();
        return new ValidationPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(ValidationState state) => tokens.Seal("validations", binding, new Place(Rank(state), state.HomeName, state.Id));
    }

    private static int Rank(ValidationState state) => state.Tasks.Any(t => t.DoneAt is null) ? 0 : Decisions.LetsPlace(state.Decision) ? 2 : 1;

    private static IQueryable<Row> Chosen(HubDb db, string? council, ValidationFilter filter, Place? after)
    {
        var rows = db.Set<ProviderValidation>().AsNoTracking().Include(v => v.Tasks).AsSplitQuery().Where(v => v.Council == council).Join(
            db.Set<CareHome>().AsNoTracking(),
            v => v.HomeId,
            h => h.Id,
            (v, h) => new Row
            {
                Validation = v,
                Home = h,
                Rank = v.Tasks.Any(t => t.DoneAt == null) ? 0 : v.Decision == Decisions.Valid || v.Decision == Decisions.ValidWithConditions ? 2 : 1,
            });
        rows = filter.Decisions.Count > 0 ? rows.Where(r => filter.Decisions.Contains(r.Validation.Decision)) : rows;
        rows = filter.HostAuthority is { Length: > 0 } host ? rows.Where(r => r.Home.LocalAuthority == host) : rows;
        rows = filter.OpenTasksOnly ? rows.Where(r => r.Rank == 0) : rows;
        rows = filter.ExpiresBy is { } day ? rows.Where(r => r.Validation.ExpiresOn <= day) : rows;
        rows = after is null ? rows : rows.Where(r => r.Rank > after.Rank
            || (r.Rank == after.Rank && EF.Functions.GreaterThan(ValueTuple.Create(r.Home.Name, r.Validation.Id), ValueTuple.Create(after.Name, after.Id))));
        return rows.OrderBy(r => r.Rank).ThenBy(r => r.Home.Name).ThenBy(r => r.Validation.Id);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(int Rank, string Name, Guid Id);

    private sealed class Row
    {
        public required ProviderValidation Validation { get; init; }

        public required CareHome Home { get; init; }

        public required int Rank { get; init; }
    }
}
