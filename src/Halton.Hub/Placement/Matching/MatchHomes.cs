using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;

namespace Halton.Hub.Placement.Matching;

/// <summary>
/// Compares all homes with what a person needs. Faults: ASSESSMENT_NOT_FOUND, ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE, INDEX_NOT_READY,
/// PAGE_SIZE_INVALID.
/// </summary>
public sealed class MatchHomes(HubReads reads, HomeIndex index, WantedFor wanted, LatestWeights weights, TimeProvider clock)
{
    private const int Usual = 20;
    private const int Most = 200;

    /// <summary>Answers, after the look at the assessment is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 20.</param>
    /// <param name="includeExcluded">Whether to tell as many homes that do not fit.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<HomeMatches> Run(Call call, string? assessmentId, int pageSize, bool includeExcluded, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(assessmentId, "assessment_id");
        check.That(pageSize is >= 0 and <= Most, "page_size", "PAGE_SIZE_INVALID", $"From 1 to {Most}; 0 means {Usual}.");
        check.Settle();
        var query = WalledBatch.Command($"{AssessmentSql.Latest} where a.id = $1 and a.{PlacementPolicy.Column(call.Caller)} = $2", id, call.Organization);
        var found = await reads.Look(call, query, AssessmentSql.Read, a => a.Id, null, ct);
        var assessment = found is [var one] ? one : throw PlacementFaults.AssessmentNotFound();
        assessment.DemandUsable(clock.GetUtcNow());
        var (picture, latest) = (index.Now, await weights.Now(ct));
        var asked = await wanted.Put(assessment.Content, assessment.Council, await wanted.Area(assessment.Council, ct), assessment.Assessor, ct);
        var (matches, excluded, fitting) = Comparison.Run(picture.Homes, asked, latest, pageSize == 0 ? Usual : pageSize, includeExcluded);
        return new HomeMatches(matches, excluded, fitting, picture.Homes.Length, assessment.Version, latest.Version, picture.AsOf);
    }
}
