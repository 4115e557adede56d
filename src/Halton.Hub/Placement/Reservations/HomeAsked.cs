using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>A home that a bed is asked of, and what speaks against it, as the database has it at that moment.</summary>
/// <param name="Id">The hub's id.</param>
/// <param name="LocationId">CQC location id.</param>
/// <param name="Open">Whether somebody may be cared for there, as far as CQC is concerned.</param>
/// <param name="Nursing">Whether it is registered for nursing.</param>
/// <param name="Sanctioned">Whether a council has stopped admissions.</param>
/// <param name="Validated">Whether it lies in the council's area, or has a validation that lets the council place.</param>
/// <param name="Competencies">What its current agreements with the assessors cover, one text an agreement.</param>
internal sealed record HomeAsked(Guid Id, string LocationId, bool Open, bool Nursing, bool Sanctioned, bool Validated, string[] Competencies)
{
    private const string Sql = """
        select h.id as id, h.location_id as location_id, h.is_care_home and h.registration_status = 'Registered' and not h.dormant as open,
            'Care home service with nursing' = any (h.service_types) as nursing,
            exists (select from carehomes.sanction s where s.home_id = h.id and s.kind = 'admissions-suspended' and s."from" <= {2} and (s.lifted_on is null or s.lifted_on > {2})) as sanctioned,
            coalesce(h.local_authority = (select o.local_authority from access.organization o where o.code = {3}), false)
                or exists (select from carehomes.validation v where v.home_id = h.id and v.council = {3} and v.decision in ('valid', 'valid-with-conditions') and v.expires_on >= {2}) as validated,
            array(select array_to_string(a.competencies, ' ') from carehomes.assessor_agreement a
                where a.home_id = h.id and a.assessor = {4} and a.valid_from <= {2} and (a.valid_to is null or a.valid_to >= {2})) as competencies
        from carehomes.care_home h where h.id = any ({0}) or h.location_id = any ({1})
        """;

    /// <summary>Reads the homes that a request names, in its order. Fault: CARE_HOME_NOT_FOUND.</summary>
    public static async Task<List<HomeAsked>> Of(Save save, IReadOnlyList<string> references, Assessment assessment, CancellationToken ct)
    {
        var ids = references.Select(r => Guid.TryParseExact(r, "D", out var id) ? id : Guid.Empty).ToArray();
        var found = await save.Db.Database
            .SqlQueryRaw<HomeAsked>(Sql, ids, references.ToArray(), LondonTime.Day(save.Now), assessment.Council ?? "", assessment.Assessor).ToListAsync(ct);
        return [.. references.Select((r, i) => found.Find(h => h.Id == ids[i] || h.LocationId == r) ?? throw CareHomeFaults.HomeNotFound())];
    }

    /// <summary>What speaks against a bed there for somebody with these needs; null when nothing does.</summary>
    public Fault? Against(AssessedNeeds needs)
    {
        if (!Open || (!Nursing && needs.BedType.EndsWith("-nursing", StringComparison.Ordinal)))
        {
            return PlacementFaults.HomeNotOpen();
        }

        if (Competencies.Length == 0)
        {
            return PlacementFaults.NoAgreement();
        }

        var asked = AgreementCover.Asked(needs);
        return !Competencies.Any(c => AgreementCover.Covers(c.Split(' '), asked)) ? PlacementFaults.NotCovered()
            : Sanctioned ? PlacementFaults.Sanctioned()
            : !Validated ? PlacementFaults.NotValidated()
            : null;
    }
}
