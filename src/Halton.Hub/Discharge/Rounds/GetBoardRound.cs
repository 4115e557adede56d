using System.Globalization;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Npgsql;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>
/// Everybody in a hospital, or on a ward, whom the caller may see, with all that a board round needs, in one statement; or as the list stood at the end of a day that has
/// passed, by what is known today of that day. Faults: IN_THE_FUTURE, TOO_MANY.
/// </summary>
public sealed class GetBoardRound(HubReads reads, TimeProvider clock)
{
    /// <summary>So many are told; a hospital has fewer.</summary>
    public const int Most = 2_000;

    /// <summary>The slice's own row filter, by name for the test that takes it away.</summary>
    internal const string OwnRows = "a.org = $1";

    private static readonly string[] Places = ["{0}.site = $2", "{0}.site = $2 and {1} = $3"];

    // The ward that somebody was on at the end of the day: that which the next move left, or the one where they are.
    private const string WardThen =
        "coalesce((select m ->> 'From' from jsonb_array_elements(w.ward_moves) m where (m ->> 'MovedAt')::timestamptz >= $4 order by (m ->> 'MovedAt')::timestamptz limit 1), w.ward)";

    private const string There = $"from discharge.stay s join discharge.access a on a.stay_id = s.id and {OwnRows}";

    // The whole site, or a ward: two statements, so that the database need not plan anew for each call.
    private static readonly string[] Now = [.. Places.Select(Current)];
    private static readonly string[] Then = [.. Places.Select(Past)];

    /// <summary>Answers, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="site">ODS site code.</param>
    /// <param name="ward">The ward, or null for the whole site.</param>
    /// <param name="date">The day, or null for now.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<BoardRound> Run(Call call, string? site, string? ward, string? date, CancellationToken ct)
    {
        var check = new FieldChecks();
        var (now, place, room) = (clock.GetUtcNow(), check.Text(site, "site", 20), check.OptionalText(ward, "ward", 60));
        var today = LondonTime.Day(now);
        var day = check.OptionalDay(date, "date") ?? today;
        check.That(day <= today, "date", "IN_THE_FUTURE", "The day is still to come.");
        check.Settle();
        var asOf = day == today ? now : LondonTime.Start(day.AddDays(1));
        object[] given = room is null ? [call.Organization, place] : [call.Organization, place, room];
        var entries = day == today
            ? await reads.Look(call, WalledBatch.Command(Now[given.Length - 2], given), row => ReadCurrent(row, call.Organization, asOf), e => e.Discharge.Id, null, ct)
            : await reads.Look(call, WalledBatch.Command(Then[given.Length - 2], [.. given, asOf]), row => ReadPast(row, call.Organization, asOf), e => e.Discharge.Id, null, ct);
        return entries.Count <= Most
            ? new BoardRound(place, room, day, asOf, day == today ? entries : [.. entries.OrderBy(e => e.Discharge.Ward, StringComparer.Ordinal).ThenBy(e => e.Discharge.AdmittedAt)])
            : throw Fault.Invalid("ward", "TOO_MANY", $"More than {Most} people are on this list. Ask ward by ward.");
    }

    private static string Current(string place) =>
        $"select {StatusSql.Columns}, {StatusSql.PatientColumn} {There} where {Of(place, "s", "s.ward")} and s.state <= 3 order by s.ward, s.admitted_at, s.id limit {Most + 1}";

    // Three ways to have been there: still in, left since, or taken off the list since.
    private static string Past(string place, int kind)
    {
        var (there, end) = (Of(place, "w", WardThen), $"${kind + 3}");
        return $"""
            select {StatusSql.Columns}, {StatusSql.DetailColumns} {There}
            where s.id in (
                select w.id from discharge.stay w where {there} and w.admitted_at < {end} and w.state <= 3
                union all select w.id from discharge.stay w where {there} and w.admitted_at < {end} and w.discharged_at >= {end}
                union all select w.id from discharge.stay w where {there} and w.admitted_at < {end} and w.state = 5 and w.changed_at >= {end})
            order by s.ward, s.admitted_at, s.id limit {Most + 1}
            """;
    }

    private static string Of(string place, string stay, string ward) => string.Format(CultureInfo.InvariantCulture, place, stay, ward);

    private static BoardRoundEntry ReadCurrent(NpgsqlDataReader row, string organization, DateTimeOffset asOf)
    {
        var status = StatusSql.Read(row);
        return new BoardRoundEntry(status, StatusSql.ReadPatient(row, organization, status.Trust), asOf);
    }

    private static BoardRoundEntry ReadPast(NpgsqlDataReader row, string organization, DateTimeOffset asOf)
    {
        var known = StatusSql.ReadFull(row, organization);
        return new BoardRoundEntry(DischargeStatus.Of(Stay.AsOf(known, asOf)) with { Etag = known.Etag }, known.Detail!.Patient, asOf);
    }
}
