using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;
using Npgsql;

namespace Halton.Hub.Journeys;

/// <summary>
/// Finds the records of one person that a caller may see, in one round trip: behind the row walls, with each slice's own policy, and on record. Only
/// verified numbers and the caller's own find anything. A care home finds by number what it has said yes to, since it learns who comes only then.
/// </summary>
public sealed class FindJourney(HubReads reads, PersonPseudonym pseudonym)
{
    /// <summary>The person's stays, for what belongs to a stay.</summary>
    private static readonly string TheirStays = $"(select s.id from discharge.stay s where {DischargePolicy.Named("$1", "$2")} and {DischargePolicy.Visible("$2")})";

    /// <summary>Finds them. Fault: JOURNEY_NOT_FOUND, which also is the answer when nothing is the caller's to see.</summary>
    internal async Task<JourneyRecords> Run(Call call, IReadOnlySet<JourneyKind> kinds, NhsNumber number, CancellationToken ct)
    {
        var found = new JourneyRecords(call.Organization);
        var parts = kinds.Order().Select(kind => new LookPart(WalledBatch.Command(Statement(kind, call.Caller), number.Digits, call.Organization, JourneyRecords.Most + 1), Taking(kind, found, call.Organization))).ToList();
        await reads.Look(call, parts, pseudonym.Of(number), ct);
        return found.Empty ? throw JourneyFaults.NotFound() : found.Told();
    }

    /// <summary>Reads the number that is asked for. Fault: NHS_NUMBER_INVALID.</summary>
    internal static NhsNumber Number(string? given) =>
        NhsNumber.TryParse(given, out var number) ? number : throw Fault.Invalid("nhs_number", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");

    /// <summary>The query of a kind of record: number, organisation and limit are $1 to $3.</summary>
    internal static string Statement(JourneyKind kind, Caller caller) => kind switch
    {
        JourneyKind.Discharge => $"select {StatusSql.Columns}, {StatusSql.DetailColumns} from discharge.stay s where {DischargePolicy.Named("$1", "$2")} and {DischargePolicy.Visible("$2")} order by s.admitted_at desc, s.id desc limit $3",
        JourneyKind.Referral => $"{ReferralSql.Select(full: true)} where {ReferralPolicy.Named("$1", "$2")} and {ReferralPolicy.Visible("$2")} order by r.requested_at desc, r.id desc limit $3",
        JourneyKind.Assessment => $"{AssessmentSql.Latest} where a.stay_id in {TheirStays} and {Own("a", caller)} order by a.assessed_at desc, a.id desc limit $3",
        JourneyKind.Reservation => $"{ReservationSql.Select} where r.stay_id in {TheirStays} and {Own("r", caller)} order by b.held_at desc, r.id desc limit $3",
        JourneyKind.Offer => $"{OfferSql.Select} where {OfferNamed(caller)} and {Own("o", caller)} order by o.offered_at desc, o.id desc limit $3",
        _ => $"{PlacementSql.Select} where {PlacementPolicy.Named("$1", "$2")} and {PlacementPolicy.Visible("$2")} order by p.started_on desc, p.id desc limit $3",
    };

    /// <summary>The row filter of what has a column for each party.</summary>
    internal static string Own(string table, Caller caller) => $"{table}.{PlacementPolicy.Column(caller)} = $2";

    private static string OfferNamed(Caller caller) =>
        caller.Kind == OrganizationKind.CareHome ? "o.nhs_number = $1 and o.state in ('accepted', 'completed')" : $"o.stay_id in {TheirStays}";

    private static Func<NpgsqlDataReader, Guid> Taking(JourneyKind kind, JourneyRecords found, string organization) => kind switch
    {
        JourneyKind.Discharge => row => Keep(found.Stays, StatusSql.ReadFull(row, organization), s => s.Id),
        JourneyKind.Referral => row => Keep(found.Referrals, ReferralSql.ReadFull(row, organization), r => r.Id),
        JourneyKind.Assessment => row => Keep(found.Assessments, AssessmentSql.Read(row), a => a.Id),
        JourneyKind.Reservation => row => Keep(found.Reservations, ReservationSql.Read(row), r => r.Id),
        JourneyKind.Offer => row => Keep(found.Offers, OfferSql.Read(row).SeenFrom(organization), o => o.Id),
        _ => row => Keep(found.Placements, PlacementSql.Read(row), p => p.Id),
    };

    private static Guid Keep<T>(List<T> records, T record, Func<T, Guid> id)
    {
        records.Add(record);
        return id(record);
    }
}
