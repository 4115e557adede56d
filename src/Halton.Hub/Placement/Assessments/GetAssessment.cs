using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Tells one assessment, in its latest version or an earlier one. Not found and not yours are the same fault: ASSESSMENT_NOT_FOUND.</summary>
public sealed class GetAssessment(HubReads reads)
{
    /// <summary>Answers, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="assessmentId">The hub's id.</param>
    /// <param name="version">An earlier version; 0 means the latest.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<AssessmentState> Run(Call call, string? assessmentId, int version, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(assessmentId, "assessment_id");
        check.That(version >= 0, "version", "OUT_OF_RANGE", "From 1; 0 means the latest.");
        check.Settle();
        var own = $"a.id = $1 and a.{PlacementPolicy.Column(call.Caller)} = $2";
        var query = version == 0
            ? WalledBatch.Command($"{AssessmentSql.Latest} where {own}", id, call.Organization)
            : WalledBatch.Command($"{AssessmentSql.Version} where {own} and v.version = $3", id, call.Organization, version);
        var found = await reads.Look(call, query, AssessmentSql.Read, a => a.Id, null, ct);
        return found is [var one] ? one : throw PlacementFaults.AssessmentNotFound();
    }
}
