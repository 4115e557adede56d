using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Records that a home lets an organisation's trusted assessors assess on its behalf. Faults: CARE_HOME_NOT_FOUND, NOT_A_CARE_HOME,
/// ASSESSOR_UNKNOWN, CODE_UNKNOWN, ENDS_BEFORE_IT_BEGINS, REVIEWED_BEFORE_IT_BEGINS.
/// </summary>
public sealed class RecordAssessorAgreement(OneSave saves)
{
    private static readonly string[] Known = ["residential", "nursing", "dementia", "end-of-life"];

    /// <summary>Runs it once.</summary>
    public Task<AssessorAgreement> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var assessor = check.Text(request.Assessor, "assessor", 20);
        check.That(request.Competencies.Count > 0, "competencies", "REQUIRED", $"At least one of {string.Join(", ", Known)}.");
        check.That(request.Competencies.All(Known.Contains), "competencies", "CODE_UNKNOWN", $"Any of {string.Join(", ", Known)}.");
        var (from, to) = AgreementPeriod.Check(check, request.ValidFrom, request.ValidTo);
        var review = check.Day(request.ReviewDue, "review_due");
        check.That(review >= from, "review_due", "REVIEWED_BEFORE_IT_BEGINS", "The day is before the first day of the agreement.");
        check.Settle();
        return saves.Run(call, requestId, request, Record, a => a.Id, ct);

        async Task<AssessorAgreement> Record(Save save)
        {
            var home = await save.Db.Home(reference, ct);
            if (!home.IsCareHome)
            {
                throw CareHomeFaults.NotACareHome();
            }

            if (!await save.Db.Organizations.AnyAsync(o => o.Code == assessor && o.Kind == OrganizationKind.TrustedAssessor, ct))
            {
                throw Fault.Invalid("assessor", "ASSESSOR_UNKNOWN", "There is no such organisation of trusted assessors.");
            }

            var agreement = new AssessorAgreement
            {
                Id = Guid.CreateVersion7(save.Now),
                HomeId = home.Id,
                Assessor = assessor,
                Council = call.Organization,
                Competencies = [.. Known.Where(request.Competencies.Contains)],
                ValidFrom = from,
                ValidTo = to,
                ReviewDue = review,
                RecordedAt = save.Now,
            };
            save.Db.Add(agreement);
            save.Tell(new CareHomeChange(home.Id, home.LocationId, home.Name, home.Organization, ["agreement"], save.Now));
            return agreement;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string CareHome, string Assessor, IReadOnlyList<string> Competencies, string ValidFrom, string? ValidTo, string ReviewDue);
}
