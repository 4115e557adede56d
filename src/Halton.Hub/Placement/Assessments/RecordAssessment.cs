using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Assessments;

/// <summary>
/// Records what a trusted assessor found that a person needs, or, for an assessment that there is, what was found on assessing anew. Every
/// version is kept. Faults: DISCHARGE_NOT_FOUND, ASSESSMENT_NOT_FOUND, CARE_HOME_NOT_FOUND, STAY_CLOSED, PATHWAY_HAS_NO_PLACEMENT,
/// NOT_COVERED_BY_AGREEMENT, ALREADY_ASSESSED, ASSESSED_BEFORE, ETAG_MISMATCH, CAPACITY_LACKING and those of fields and codes.
/// </summary>
public sealed class RecordAssessment(OneSave saves, CodeSystems codes, Postcodes postcodes, FlowPolicies policies, TimeProvider clock)
{
    private const string Locked = "select a.* from placement.assessment a where a.id = {0} and a.assessor = {1} for update of a";

    /// <summary>Runs it once.</summary>
    public async Task<AssessmentState> Run(Call call, Request request, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var near = request.Preferences?.Near?.Trim();
        var known = near is { Length: >= 2 and <= 10 } && await postcodes.Find(near, ct) is not null;
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var first = string.IsNullOrEmpty(request.AssessmentId);
        check.That(first || string.IsNullOrEmpty(request.DischargeId), "discharge_id", "NOT_EXPECTED", "A reassessment stays with its discharge.");
        check.That(!first || string.IsNullOrEmpty(request.Etag), "etag", "NOT_EXPECTED", "A first assessment has no etag.");
        var subject = first ? check.Id(request.DischargeId, "discharge_id") : check.Id(request.AssessmentId, "assessment_id");
        var etag = first ? "" : check.Text(request.Etag, "etag", 20);
        var at = check.Past(request.AssessedAt, "assessed_at", clock.GetUtcNow());
        check.That(request.ValidHours >= 0 && request.ValidHours <= policy.AssessmentHours, "valid_hours", "OUT_OF_RANGE", $"From 1 to {policy.AssessmentHours}; 0 means {policy.AssessmentHours}.");

        // What is out of range is refused below, and must not run off the calendar before.
        var hours = request.ValidHours > 0 && request.ValidHours <= policy.AssessmentHours ? request.ValidHours : policy.AssessmentHours;
        var until = (at < clock.GetUtcNow() ? at : clock.GetUtcNow()).AddHours(hours);
        check.That(until > clock.GetUtcNow(), "assessed_at", "OUT_OF_DATE", "The assessment would be out of date already.");
        var by = check.Text(request.AssessedBy, "assessed_by", 60);
        PersonTrace.RefuseInReference(check, by, "assessed_by");
        var checks = new AssessmentChecks(check, codes, LondonTime.Day(at));
        var needs = checks.Needs(request.Needed);
        var (wished, homes, lived) = checks.Preferences(request.Preferences, known);
        var (funding, limit) = checks.Funding(request.PaidBy);
        var (basis, capacity) = checks.Consent(request.Agreed);
        check.Settle();
        return await saves.Run(call, requestId, request, Record, a => a.Id, ct);

        async Task<AssessmentState> Record(Save save)
        {
            var content = new AssessmentContent
            {
                AssessedBy = by,
                Needs = needs,
                Preferences = await Resolve(save, wished, homes, lived, ct),
                Funding = funding,
                WeeklyLimitPence = limit,
                ConsentBasis = basis,
                Capacity = capacity,
            };
            var assessment = first ? await Begin(save, subject, content, at, until, ct) : await Again(save, subject, etag, content, at, until, ct);
            await AgreementCover.DemandAny(save.Db, call.Organization, needs, LondonTime.Day(save.Now), ct);
            save.Db.Add(new AssessmentVersion { AssessmentId = assessment.Id, Version = assessment.Version, Content = content, AssessedAt = at, ValidUntil = until, RecordedAt = save.Now });
            return save.Tell(PlacementEvents.Assessed, AssessmentState.Of(assessment));
        }
    }

    private static async Task<Assessment> Begin(Save save, Guid stayId, AssessmentContent content, DateTimeOffset at, DateTimeOffset until, CancellationToken ct)
    {
        var stay = await StayFacts.Of(save, stayId, ct);
        stay.DemandOnTheWay();
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(save.Now),
            StayId = stay.Id,
            NhsNumber = stay.NhsNumber,
            Trust = stay.Trust,
            Council = stay.Council,
            Assessor = save.Organization,
            Content = content,
            AssessedAt = at,
            ValidUntil = until,
            ChangedAt = save.Now,
        };
        save.Db.Add(assessment);

        // The version's wall asks for the assessment.
        await save.Db.SaveChangesAsync(ct);
        return assessment;
    }

    private static async Task<Assessment> Again(Save save, Guid id, string etag, AssessmentContent content, DateTimeOffset at, DateTimeOffset until, CancellationToken ct)
    {
        await using (var batch = save.Batch(WalledBatch.Command(StayFacts.ByAssessment, id, save.Organization)))
        {
            await using var row = await batch.ExecuteReaderAsync(ct);
            (row.HasRows ? await StayFacts.Read(row, ct) : throw PlacementFaults.AssessmentNotFound()).DemandOnTheWay();
        }

        var assessment = (await save.Db.Set<Assessment>().FromSqlRaw(Locked, id, save.Organization).ToListAsync(ct)).Single();
        if (assessment.Etag != etag)
        {
            throw Fault.StaleEtag(assessment.Etag);
        }

        assessment.Reassess(content, at, until, save.Now);
        return assessment;
    }

    private static async Task<AssessedPreferences> Resolve(Save save, AssessedPreferences wished, IReadOnlyList<string> homes, string? lived, CancellationToken ct)
    {
        var (check, ids) = (new FieldChecks(), new List<Guid>());
        foreach (var (i, home) in homes.Index())
        {
            var id = await Find(home, $"preferences.care_homes[{i}]");
            check.That(id == Guid.Empty || !ids.Contains(id), $"preferences.care_homes[{i}]", "TWICE", "Each home once.");
            ids.Add(id);
        }

        Guid? before = lived is null ? null : await Find(lived, "preferences.lived_at");
        check.Settle();
        return wished with { Homes = ids, LivedAt = before };

        async Task<Guid> Find(string reference, string field)
        {
            var found = await save.Db.Set<CareHome>().AsNoTracking().Named(reference).Select(h => h.Id).SingleOrDefaultAsync(ct);
            check.That(found != Guid.Empty, field, "CARE_HOME_NOT_FOUND", "There is no such home.");
            return found;
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="DischargeId">The discharge, for a first assessment.</param>
    /// <param name="AssessmentId">The assessment, for a reassessment.</param>
    /// <param name="Etag">The etag last seen, for a reassessment.</param>
    /// <param name="AssessedAt">Moment of the assessment.</param>
    /// <param name="AssessedBy">Role and reference of the assessor.</param>
    /// <param name="ValidHours">For how many hours it holds; 0 means the policy's.</param>
    /// <param name="Needed">What is needed.</param>
    /// <param name="Preferences">What is wished.</param>
    /// <param name="PaidBy">Who pays.</param>
    /// <param name="Agreed">Whether the person can decide, and who agreed.</param>
    public sealed record Request(
        string RequestId, string? DischargeId, string? AssessmentId, string? Etag, DateTimeOffset? AssessedAt, string? AssessedBy, int ValidHours, Needs? Needed, Preferences? Preferences, Funding? PaidBy, Consent? Agreed);

    /// <summary>Needs as they were given.</summary>
    public sealed record Needs(Coding? BedType, IReadOnlyList<Capability> Capabilities, IReadOnlyList<Risk> Risks, Coding? Infection);

    /// <summary>A capability as it was given.</summary>
    public sealed record Capability(Coding? Code, int Kilograms);

    /// <summary>A risk as it was given.</summary>
    public sealed record Risk(Coding? Code, string? Detail);

    /// <summary>Preferences as they were given.</summary>
    public sealed record Preferences(IReadOnlyList<string> CareHomes, string? Near, Coding? NearWhom, int FarthestMetres, bool InBorough, string? LivedAt);

    /// <summary>Funding as it was given.</summary>
    public sealed record Funding(Coding? Source, long WeeklyLimitPence);

    /// <summary>Consent as it was given.</summary>
    public sealed record Consent(Coding? Basis, Coding? Capacity);
}
