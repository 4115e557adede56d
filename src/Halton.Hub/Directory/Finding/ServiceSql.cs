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
        AlternateName = Text(row, 4),
        Description = Text(row, 5),
        Url = Text(row, 6),
        Email = Text(row, 7),
        Status = row.GetString(8),
        Fees = Text(row, 9),
        Accreditations = Text(row, 10),
        MinimumAge = Value<int>(row, 11),
        MaximumAge = Value<int>(row, 12),
        AssuredDate = Value<DateOnly>(row, 13),
        AssurerEmail = Text(row, 14),
        Alert = Text(row, 15),
        LastModified = row.GetFieldValue<DateTimeOffset>(16),
        Confidential = row.GetBoolean(17),
        Intake = row.GetString(18),
        PausedUntil = Value<DateOnly>(row, 19),
        Version = row.GetInt32(20),
        Ordinal = row.GetInt64(21),
    };

    /// <summary>A number or day that may be absent.</summary>
    public static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
