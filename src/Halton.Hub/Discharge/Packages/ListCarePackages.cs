using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Discharge.Packages;

/// <summary>Lists care packages: a provider its own, trusts and councils those of the stays that they see. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, CODE_UNKNOWN.</summary>
public sealed class ListCarePackages(HubReads reads, SealedTokens tokens, Watch watch)
{
    /// <summary>The slice's own row filter; the row walls say the same again.</summary>
    internal const string OwnRows = "(p.provider = {0} or exists (select from discharge.access a where a.stay_id = p.stay_id and a.org = {0}))";

    private const string Select = """
        select p.id, p.stay_id, p.provider, p.reference, p.nhs_number, p.trust, p.site, p.admitted_at, p.state, p.reason, p.restarts_on, p.changed_at from discharge.care_package p
        """;

    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="states">Any of these; none means those on hold.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the states.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<CarePackagePage> Run(Call call, IReadOnlyList<string> states, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.That(states.Count <= CarePackage.States.Count && states.All(CarePackage.States.Contains), "states", "CODE_UNKNOWN", $"Any of {string.Join(", ", CarePackage.States)}.");
        check.Settle();
        string[] wanted = states.Count > 0 ? [.. states.Order()] : [CarePackage.Held];
        var binding = $"{call.Caller.Partner}\n{string.Join(' ', wanted)}";
        var after = Paging.Open<Place>(tokens, "care-packages", binding, pageToken);
        var resume = after is null ? await watch.TokenForNow(call, WatchCarePackages.Filter, ct) : "";
        var query = new ListQuery()
            .Where(OwnRows, call.Organization)
            .Where("p.state = any ({0})", (object)wanted)
            .WhereIf(after is not null, "(p.admitted_at, p.id) < ({0}, {1})", after?.AdmittedAt, after?.Id)
            .Command(Select, "p.admitted_at desc, p.id desc", size + 1);
        var found = await reads.Look(call, query, Read, p => p.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new CarePackagePage(page, found.Count > size ? Cursor(page[^1]) : "", resume, Cursor);

        string Cursor(CarePackageState state) => tokens.Seal("care-packages", binding, new Place(state.AdmittedAt, state.Id));
    }

    private static CarePackageState Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.TextAt(3),
        row.TextAt(4),
        row.GetString(5),
        row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7),
        row.GetString(8),
        row.TextAt(9),
        row.ValueAt<DateOnly>(10),
        row.GetFieldValue<DateTimeOffset>(11));

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset AdmittedAt, Guid Id);
}
