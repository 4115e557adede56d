using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement;

/// <summary>
/// Whether homes let an organisation's trusted assessors assess on their behalf, and whether the agreement covers what a person needs. Source:
/// CQC's statement on trusted assessors: an agreement says who can assess, and with which competencies.
/// </summary>
internal static class AgreementCover
{
    private const string EndOfLife = "end-of-life";

    /// <summary>The competencies that needs ask for.</summary>
    public static IReadOnlyList<string> Asked(AssessedNeeds needs)
    {
        List<string> asked = [needs.BedType.EndsWith("-nursing", StringComparison.Ordinal) ? "nursing" : "residential"];
        if (needs.BedType.StartsWith("dementia-", StringComparison.Ordinal) || needs.Capabilities.Any(c => c.Code == "dementia-plus"))
        {
            asked.Add("dementia");
        }

        if (needs.Capabilities.Any(c => c.Code == EndOfLife))
        {
            asked.Add(EndOfLife);
        }

        return asked;
    }

    /// <summary>Whether competencies cover needs; who may assess nursing may assess residential care.</summary>
    public static bool Covers(IReadOnlyCollection<string> competencies, IReadOnlyList<string> asked) =>
        asked.All(a => competencies.Contains(a) || (a == "residential" && competencies.Contains("nursing")));

    /// <summary>Agreements of an organisation that hold on a day.</summary>
    public static IQueryable<AssessorAgreement> Current(HubDb db, string assessor, DateOnly day) =>
        db.Set<AssessorAgreement>().Where(a => a.Assessor == assessor && a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day));

    /// <summary>Demands that some home's agreement covers the needs. Fault: NOT_COVERED_BY_AGREEMENT.</summary>
    public static async Task DemandAny(HubDb db, string assessor, AssessedNeeds needs, DateOnly day, CancellationToken ct)
    {
        var competencies = await Current(db, assessor, day).Select(a => a.Competencies).Distinct().ToListAsync(ct);
        var asked = Asked(needs);
        if (!competencies.Exists(c => Covers(c, asked)))
        {
            throw PlacementFaults.NotCovered();
        }
    }

    /// <summary>Demands that a home's own agreement covers the needs. Faults: NO_AGREEMENT, NOT_COVERED_BY_AGREEMENT.</summary>
    public static async Task Demand(HubDb db, Guid home, string assessor, AssessedNeeds needs, DateOnly day, CancellationToken ct)
    {
        var competencies = await Current(db, assessor, day).Where(a => a.HomeId == home).Select(a => a.Competencies).ToListAsync(ct);
        if (competencies.Count == 0)
        {
            throw PlacementFaults.NoAgreement();
        }

        var asked = Asked(needs);
        if (!competencies.Exists(c => Covers(c, asked)))
        {
            throw PlacementFaults.NotCovered();
        }
    }
}
