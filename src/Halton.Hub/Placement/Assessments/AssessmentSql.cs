using System.Text.Json;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Reads assessments straight from SQL: the latest version, or an earlier one.</summary>
internal static class AssessmentSql
{
    private const string Columns = "a.id, {0}, a.stay_id, a.nhs_number, a.trust, a.council, a.assessor, {1}, a.dispute_reason, a.changes, a.changed_at";

    /// <summary>An assessment <c>a</c> in its latest version.</summary>
    public static readonly string Latest = $"select {Of("a.version", "a.content::text, a.assessed_at, a.valid_until")} from placement.assessment a";

    /// <summary>An assessment <c>a</c> in a version <c>v</c>.</summary>
    public static readonly string Version =
        $"select {Of("v.version", "v.content::text, v.assessed_at, v.valid_until")} from placement.assessment a join placement.assessment_version v on v.assessment_id = a.id";

    /// <summary>Reads a row.</summary>
    public static AssessmentState Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Version = row.GetInt32(1),
        StayId = row.GetGuid(2),
        NhsNumber = row.TextAt(3),
        Trust = row.GetString(4),
        Council = row.TextAt(5),
        Assessor = row.GetString(6),
        Content = JsonSerializer.Deserialize<AssessmentContent>(row.GetString(7), HubJson.Options)!,
        AssessedAt = row.GetFieldValue<DateTimeOffset>(8),
        ValidUntil = row.GetFieldValue<DateTimeOffset>(9),
        DisputeReason = row.TextAt(10),
        Etag = $"a{row.GetInt32(11)}",
        ChangedAt = row.GetFieldValue<DateTimeOffset>(12),
    };

    private static string Of(string version, string content) => Columns.Replace("{0}", version, StringComparison.Ordinal).Replace("{1}", content, StringComparison.Ordinal);
}
