using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// The demonstration's people who live in care homes outside the borough: <c>seeds/placement/standing.csv</c> says how many in which home, the
/// rest is drawn.
/// </summary>
internal static class SeedPlacements
{
    private const string Council = "E06000006";

    private const string Take = """
        with drawn as (
            select gen_random_uuid() as id, h.id as home_id, d.*, coalesce(
                (select b.bed_type from carehomes.declared_beds b where b.home_id = h.id order by b.maximum desc, b.bed_type offset d.nth % (select count(*) from carehomes.declared_beds c where c.home_id = h.id) limit 1),
                'general-residential') as bed_type
            from unnest($1, $2, $3, $4, $5, $6, $7) as d (location_id, nth, number, case_reference, reason, started_on, reviewed_on)
            join carehomes.care_home h using (location_id)),
        placed as (
            insert into placement.standing_placement (id, council, case_reference, nhs_number, home_id, bed_type, out_of_area_reason, started_on, host_notified_on, reviewed_on, review_due, changed_at, version)
            select id, $8, case_reference, number, home_id, bed_type, reason, started_on, started_on - 3, reviewed_on, (coalesce(reviewed_on, started_on) + interval '1 year')::date, $9, 1 from drawn
            returning id)
        insert into placement.access (org, placement_id, relationship, granted_by) select $8, id, 'council', $8 from placed
        """;

    private static readonly (string Choice, int Weight)[] Reasons = [("specialist-provision", 5), ("own-choice", 3), ("timeliness", 2)];

    /// <summary>Loads them, in the caller's transaction.</summary>
    public static async Task Load(NpgsqlConnection owner, DateOnly anchor, DateTimeOffset now, CancellationToken ct)
    {
        var people = new People();
        var drawn = new List<(string Location, int Nth, string Number, string Reference, string Reason, DateOnly Started, DateOnly? Reviewed)>();
        foreach (var (location, count) in SeedFile.Read("placement/standing", row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture))))
        {
            for (var nth = 0; nth < count; nth++)
            {
                drawn.Add(Draw(people, location, nth, drawn.Count, anchor));
            }
        }

        await using var take = new NpgsqlCommand(Take, owner);
        Add(NpgsqlDbType.Text, d => d.Location);
        Add(NpgsqlDbType.Integer, d => d.Nth);
        Add(NpgsqlDbType.Text, d => d.Number);
        Add(NpgsqlDbType.Text, d => d.Reference);
        Add(NpgsqlDbType.Text, d => d.Reason);
        Add(NpgsqlDbType.Date, d => d.Started);
        Add(NpgsqlDbType.Date, d => d.Reviewed);
        take.Parameters.Add(new() { Value = Council });
        take.Parameters.Add(new() { Value = now });
        await take.ExecuteNonQueryAsync(ct);

        void Add<T>(NpgsqlDbType type, Func<(string Location, int Nth, string Number, string Reference, string Reason, DateOnly Started, DateOnly? Reviewed), T> value) =>
            take.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = drawn.Select(value).ToArray() });
    }

    private static (string Location, int Nth, string Number, string Reference, string Reason, DateOnly Started, DateOnly? Reviewed) Draw(People people, string location, int nth, int person, DateOnly anchor)
    {
        var draw = new Draw("placement", person);
        var started = anchor.AddDays(-20 - draw.Below(1400));
        // Whoever lives there for more than a year was reviewed, mostly within the last one.
        var reviewed = started.AddDays(365) < anchor ? Latest(started.AddDays(30), anchor.AddDays(-draw.Below(draw.Thousandth(850) ? 350 : 480))) : (DateOnly?)null;
        // A quarter of the way into the range: stays come from both its ends, tests from its middle.
        return (location, nth, people.Number((people.Count / 4) + person), string.Create(CultureInfo.InvariantCulture, $"HBC-P-{person + 1:D4}"), draw.Weighted<string>(Reasons), started, reviewed);
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
