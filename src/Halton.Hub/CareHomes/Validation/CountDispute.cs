using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Counts that a home judged an assessment to be wrong against its agreement with the assessors, and brings the day nearer by which both sides
/// look at it again. Source: NHS Improvement, Rapid improvement guide to trusted assessors: review mechanisms.
/// </summary>
internal static class CountDispute
{
    /// <summary>Counts it, inside a save.</summary>
    public static Task<int> Run(HubDb db, Guid home, string assessor, DateOnly today, DateOnly reviewBy, CancellationToken ct) => db.Set<AssessorAgreement>()
        .Where(a => a.HomeId == home && a.Assessor == assessor && a.ValidFrom <= today && (a.ValidTo == null || a.ValidTo >= today))
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.Disputes, a => a.Disputes + 1).SetProperty(a => a.ReviewDue, a => a.ReviewDue < reviewBy ? a.ReviewDue : reviewBy), ct);
}
