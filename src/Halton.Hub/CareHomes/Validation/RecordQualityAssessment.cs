using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Records a quality assessment (PAMMS) of a home, by the council itself or by another that told it. The council's own validation of the
/// home is decided anew at once, those of others by the clock. Faults: CARE_HOME_NOT_FOUND, WRONG_NUMBER and those of codes.
/// </summary>
public sealed class RecordQualityAssessment(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<QualityAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var today = clock.Today();
        var requestId = check.Id(request.RequestId, "request_id");
        var reference = HomeReference.Check(check, request.CareHome);
        var assessed = check.PastDay(request.AssessedOn, "assessed_on", today);
        var authority = codes.Check(check, "authority", CareHomeCodes.LocalAuthority, Given(request.Authority), today, required: false)?.Code;
        var overall = codes.Check(check, "overall", CareHomeCodes.PammsRating, request.Overall, today, required: true)?.Code;
        var domains = Ratings(request.Domains, "domains", PammsAssessment.DomainCount);
        var standards = Ratings(request.Standards, "standards", PammsAssessment.StandardCount);
        check.Settle();
        return saves.Run(call, requestId, request, Record, a => a.AssessmentId, ct);

        async Task<QualityAnswer> Record(Save save)
        {
            var home = await save.Db.Home(reference, ct);
            var assessment = new PammsAssessment
            {
                Id = Guid.CreateVersion7(save.Now),
                HomeId = home.Id,
                Authority = authority ?? await save.Db.Area(call.Organization, ct) ?? call.Organization,
                RecordedBy = call.Organization,
                AssessedOn = assessed,
                Overall = overall!,
                Domains = domains,
                Standards = standards,
                RecordedAt = save.Now,
            };
            save.Db.Add(assessment);
            save.Tell(new CareHomeChange(home.Id, home.LocationId, home.Name, home.Organization, ["quality"], save.Now));
            return new QualityAnswer(assessment.Id, await RevalidateHome.Run(save, call.Organization, home, ValidationAct.None, ct));
        }

        List<string> Ratings(IReadOnlyList<string> given, string field, int count)
        {
            check.That(given.Count == count, field, "WRONG_NUMBER", $"Exactly {count}, in their order.");
            return [.. given.Take(count).Select((rating, i) => codes.Check(check, $"{field}[{i}]", CareHomeCodes.PammsRating, new Coding("", rating), today, required: true)?.Code ?? "")];
        }
    }

    private static Coding? Given(string? code) => string.IsNullOrEmpty(code) ? null : new Coding("", code);

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId, string CareHome, string? Authority, string AssessedOn, Coding? Overall, IReadOnlyList<string> Domains, IReadOnlyList<string> Standards);
}
