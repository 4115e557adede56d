using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Lists assessments in their latest version, the newest first. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, NOT_A_UUID.</summary>
public sealed class ListAssessments(HubReads reads, SealedTokens tokens, TimeProvider clock)
{
    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which assessments.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<AssessmentPage> Run(Call call, AssessmentFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        Guid? stay = string.IsNullOrEmpty(filter.DischargeId) ? null : check.Id(filter.DischargeId, "discharge_id");
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "assessments", binding, pageToken);
        var query = new ListQuery()
            .Where($"a.{PlacementPolicy.Column(call.Caller)} = {{0}}", call.Organization)
            .WhereIf(stay is not null, "a.stay_id = {0}", stay)
            .WhereIf(filter.UsableOnly, "a.dispute_reason is null and a.valid_until > {0}", clock.GetUtcNow())
            .WhereIf(filter.Amended is not null, "(a.version > 1) = {0}", filter.Amended)
            .Narrow(filter.Narrowed, "a.nhs_number = {0}", "a.assessed_at", "a.changed_at")
            .WhereIf(after is not null, "(a.assessed_at, a.id) < ({0}, {1})", after?.AssessedAt, after?.Id)
            .Command(AssessmentSql.Latest, "a.assessed_at desc, a.id desc", size + 1);
        var found = await reads.Look(call, query, AssessmentSql.Read, a => a.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new AssessmentPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(AssessmentState state) => tokens.Seal("assessments", binding, new Place(state.AssessedAt, state.Id));
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset AssessedAt, Guid Id);
}
