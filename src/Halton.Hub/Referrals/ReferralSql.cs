using System.Text.Json;
using Halton.Hub.Data;
using Halton.Hub.Patients;
using Npgsql;

namespace Halton.Hub.Referrals;

/// <summary>Reads referrals straight from SQL.</summary>
internal static class ReferralSql
{
    /// <summary>A referral <c>r</c>.</summary>
    /// <param name="full">With the person and what was done.</param>
    public static string Select(bool full) => Select(full, "referrals.referral r");

    /// <summary>A referral <c>r</c>, from the list <c>a</c> of those that an organisation may see.</summary>
    /// <param name="full">With the person and what was done.</param>
    public static string Listed(bool full) => Select(full, "referrals.access a join referrals.referral r on r.id = a.referral_id");

    private const string Columns = """
        r.id, r.journey_id, r.journey_started_at, r.redirected_from, r.redirected_to, r.service, r.performer, r.requester, r.trust, r.council, r.stay_id, r.nhs_number,
        r.nhs_number_status, r.from_hospital_bed, r.requested_tier, r.tier, r.conditions, r.reason_text, r.agreed_on, r.state, r.referred_at, r.requested_at, r.received_at,
        r.accepted_at, r.first_contact_at, r.ended_at, r.due_elapsed, r.due_service, r.breach_at, r.warn_at, r.end_reason, r.end_text, r.outcome, r.follow_up_due,
        r.follow_up_asked_at, r.followed_up_on, r.follow_up_outcome, r.version, r.changed_at
        """;

    /// <summary>Reads a row.</summary>
    public static ReferralState Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        JourneyId = row.GetGuid(1),
        JourneyStartedAt = row.GetFieldValue<DateTimeOffset>(2),
        RedirectedFrom = row.ValueAt<Guid>(3),
        RedirectedTo = row.ValueAt<Guid>(4),
        Service = row.GetString(5),
        Performer = row.GetString(6),
        Requester = row.GetString(7),
        Trust = row.TextAt(8),
        Council = row.TextAt(9),
        StayId = row.ValueAt<Guid>(10),
        NhsNumber = row.TextAt(11),
        NhsNumberStatus = row.GetString(12),
        FromHospitalBed = row.GetBoolean(13),
        RequestedTier = row.GetString(14),
        Tier = row.GetString(15),
        Conditions = row.GetFieldValue<string[]>(16),
        ReasonText = row.GetString(17),
        AgreedOn = row.ValueAt<DateOnly>(18),
        State = row.GetString(19),
        ReferredAt = row.GetFieldValue<DateTimeOffset>(20),
        RequestedAt = row.GetFieldValue<DateTimeOffset>(21),
        ReceivedAt = row.ValueAt<DateTimeOffset>(22),
        AcceptedAt = row.ValueAt<DateTimeOffset>(23),
        FirstContactAt = row.ValueAt<DateTimeOffset>(24),
        EndedAt = row.ValueAt<DateTimeOffset>(25),
        DueElapsed = row.GetFieldValue<DateTimeOffset>(26),
        DueService = row.GetFieldValue<DateTimeOffset>(27),
        BreachAt = row.GetFieldValue<DateTimeOffset>(28),
        WarnAt = row.GetFieldValue<DateTimeOffset>(29),
        EndReason = row.TextAt(30),
        EndText = row.TextAt(31),
        Outcome = row.TextAt(32),
        FollowUpDue = row.ValueAt<DateOnly>(33),
        FollowUpAskedAt = row.ValueAt<DateTimeOffset>(34),
        FollowedUpOn = row.ValueAt<DateOnly>(35),
        FollowUpOutcome = row.TextAt(36),
        Etag = $"r{row.GetInt32(37)}",
        ChangedAt = row.GetFieldValue<DateTimeOffset>(38),
    };

    /// <summary>Reads a row with the person and what was done, as an organisation may see it.</summary>
    public static ReferralState ReadFull(NpgsqlDataReader row, string organization) => Read(row).InFull(
        JsonSerializer.Deserialize<Patient>(row.GetString(39), HubJson.Options)!, JsonSerializer.Deserialize<ReferralHistory>(row.GetString(40), HubJson.Options)!, organization);

    private static string Select(bool full, string from) => $"select {Columns}{(full ? ", r.patient::text, r.history::text" : "")} from {from}";
}
