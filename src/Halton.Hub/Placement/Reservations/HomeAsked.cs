using Halton.Hub.CareHomes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Npgsql;

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
        select h.id, h.location_id, h.is_care_home and h.registration_status = 'Registered' and not h.dormant, 'Care home service with nursing' = any (h.service_types),
            exists (select from carehomes.sanction s where s.home_id = h.id and s.kind = 'admissions-suspended' and s."from" <= $3 and (s.lifted_on is null or s.lifted_on > $3)),
            coalesce(h.local_authority = (select o.local_authority from access.organization o where o.code = m.council), false)
                or exists (select from carehomes.validation v where v.home_id = h.id and v.council = m.council and v.decision in ('valid', 'valid-with-conditions') and greatest(v.expires_on, v.override_until) >= $3),
            array(select array_to_string(a.competencies, ' ') from carehomes.assessor_agreement a
                where a.home_id = h.id and a.assessor = m.assessor and a.valid_from <= $3 and (a.valid_to is null or a.valid_to >= $3))
        from carehomes.care_home h, placement.assessment m where m.id = $4 and m.assessor = $5 and (h.id = any ($1) or h.location_id = any ($2))
        """;

    /// <summary>Finds the homes that a request names, as one assessment meets them.</summary>
    public static NpgsqlBatchCommand Named(IReadOnlyList<string> references, Guid assessment, string assessor, DateOnly today) =>
        WalledBatch.Command(Sql, Ids(references), references.ToArray(), today, assessment, assessor);

    /// <summary>Reads them in the order of the request. Fault: CARE_HOME_NOT_FOUND.</summary>
    public static async Task<List<HomeAsked>> Read(NpgsqlDataReader row, IReadOnlyList<string> references, CancellationToken ct)
    {
        var found = new List<HomeAsked>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new HomeAsked(row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), row.GetFieldValue<string[]>(6)));
        }

        var ids = Ids(references);
        return [.. references.Select((r, i) => found.Find(h => h.Id == ids[i] || h.LocationId == r) ?? throw CareHomeFaults.HomeNotFound())];
    }

    private static Guid[] Ids(IReadOnlyList<string> references) => [.. references.Select(r => Guid.TryParseExact(r, "D", out var id) ? id : Guid.Empty)];

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
