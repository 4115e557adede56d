using Npgsql;

namespace Halton.Hub.Data;

/// <summary>Reads columns that can be null.</summary>
internal static class RowReading
{
    /// <summary>A text, or null.</summary>
    public static string? TextAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A value, or null.</summary>
    public static T? ValueAt<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
