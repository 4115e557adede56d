using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Directory.Finding;

/// <summary>Reads a service's own columns.</summary>
internal static class ServiceSql
{
    /// <summary>The columns, of a service <c>s</c>.</summary>
    public const string Columns =
        "s.id, s.organization_id, s.maintained_by, s.name, s.alternate_name, s.description, s.url, s.email, s.status, s.fees, s.accreditations, "
        + "s.minimum_age, s.maximum_age, s.assured_date, s.assurer_email, s.alert, s.last_modified, s.confidential, s.intake, s.paused_until, s.version, s.ordinal";

    /// <summary>How many they are.</summary>
    public const int Count = 22;

    /// <summary>Reads them from the beginning of a row.</summary>
    public static Service Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        OrganizationId = row.GetGuid(1),
        MaintainedBy = row.GetString(2),
        Name = row.GetString(3),
        AlternateName = row.TextAt(4),
        Description = row.TextAt(5),
        Url = row.TextAt(6),
        Email = row.TextAt(7),
        Status = row.GetString(8),
        Fees = row.TextAt(9),
        Accreditations = row.TextAt(10),
        MinimumAge = row.ValueAt<int>(11),
        MaximumAge = row.ValueAt<int>(12),
        AssuredDate = row.ValueAt<DateOnly>(13),
        AssurerEmail = row.TextAt(14),
        Alert = row.TextAt(15),
        LastModified = row.GetFieldValue<DateTimeOffset>(16),
        Confidential = row.GetBoolean(17),
        Intake = row.GetString(18),
        PausedUntil = row.ValueAt<DateOnly>(19),
        Version = row.GetInt32(20),
        Ordinal = row.GetInt64(21),
    };
}
