using System.Globalization;
using CsvHelper;
using Halton.Hub.Foundation;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Data;

/// <summary>
/// Loads where postcodes lie from a file with the columns of the Office for National Statistics' postcode directory, in one transaction, in
/// place of those loaded before: each postcode, and the middle of each sector and outward code from its postcodes. It is read a row at a time.
/// </summary>
public static class LoadPostcodes
{
    /// <summary>How many wrong rows are told one by one.</summary>
    public const int MostTold = 20;

    private const string Make = "create temporary table read_postcode (area text primary key, latitude float8 not null, longitude float8 not null) on commit drop";
    private const string Copy = "copy read_postcode (area, latitude, longitude) from stdin (format binary)";

    // A postcode has at least five characters and no space; a sector has a space; an outward code has at most four.
    private const string Keep = """
        delete from codes.postcode_area where area !~ ' ' and length(area) >= 5;
        insert into codes.postcode_area (area, latitude, longitude) select area, latitude, longitude from read_postcode;
        insert into codes.postcode_area (area, latitude, longitude)
        select middle.area, avg(p.latitude), avg(p.longitude)
        from read_postcode p cross join lateral (values (left(p.area, length(p.area) - 3) || ' ' || substr(p.area, length(p.area) - 2, 1)), (left(p.area, length(p.area) - 3))) middle (area)
        group by middle.area
        on conflict (area) do update set latitude = excluded.latitude, longitude = excluded.longitude;
        """;

    private static readonly string[] PostcodeNames = ["pcds", "pcd2", "pcd", "postcode"];

    /// <summary>
    /// Loads it. Faults, none of which leaves anything changed: HEADER_MISSING, COLUMN_MISSING; POSTCODE_TWICE; NOTHING_TO_LOAD. Rows that are
    /// wrong are counted and left out, and the first of them told: NOT_A_POSTCODE, NOT_A_COORDINATE. Terminated postcodes, and those without
    /// a place (latitude 99.999999), are left out.
    /// </summary>
    public static async Task<Report> Run(NpgsqlDataSource owner, TextReader file, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Do(Make);
        var report = new Report();
        await using (var writer = await connection.BeginBinaryImportAsync(Copy, ct))
        {
            foreach (var (area, latitude, longitude) in Rows(file, report))
            {
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(area, NpgsqlDbType.Text, ct);
                await writer.WriteAsync(latitude, NpgsqlDbType.Double, ct);
                await writer.WriteAsync(longitude, NpgsqlDbType.Double, ct);
            }

            try
            {
                report.Loaded = (long)await writer.CompleteAsync(ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw Fault.Invalid("pcds", "POSTCODE_TWICE", "A postcode stands in the file twice. Nothing was loaded.");
            }
        }

        if (report.Loaded == 0)
        {
            throw Fault.Invalid("file", "NOTHING_TO_LOAD", "No row holds a postcode with its place. Nothing was loaded.");
        }

        await Do(Keep);
        await transaction.CommitAsync(ct);
        await Do("analyze codes.postcode_area");
        return report;

        async Task Do(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static IEnumerable<(string Area, double Latitude, double Longitude)> Rows(TextReader file, Report report)
    {
        using var csv = CsvReader.Create(file, new CsvReaderOptions { TrackLineNumbers = true, TrimWhitespace = true, IncludeValuesInExceptions = false });
        var (postcode, latitude, longitude, terminated) = Columns(csv);
        while (csv.Read())
        {
            report.Rows++;
            var area = string.Concat(csv.GetString(postcode).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
            var there = Coordinate(csv.GetString(latitude), 90, out var north) & Coordinate(csv.GetString(longitude), 180, out var east);
            if (terminated >= 0 && csv.GetString(terminated).Length > 0)
            {
                report.Terminated++;
            }
            else if (there && north > 89)
            {
                report.WithoutPlace++;
            }
            else if (area.Length is < 5 or > 7 || !char.IsAsciiLetter(area[0]) || !char.IsAsciiDigit(area[^3]))
            {
                report.Refuse(csv.LineNumber, "pcds", "NOT_A_POSTCODE");
            }
            else if (!there)
            {
                report.Refuse(csv.LineNumber, "lat, long", "NOT_A_COORDINATE");
            }
            else
            {
                yield return (area, north, east);
            }
        }
    }

    private static (int Postcode, int Latitude, int Longitude, int Terminated) Columns(CsvReader csv)
    {
        try
        {
            csv.ReadHeader();
        }
        catch (CsvFormatException)
        {
            throw Fault.Invalid("file", "HEADER_MISSING", "The file begins with no line of column names.");
        }

        return (Column(PostcodeNames), Column("lat", "latitude"), Column("long", "longitude"), csv.TryGetFieldIndex("doterm", out var terminated) ? terminated : -1);

        int Column(params string[] names)
        {
            foreach (var name in names)
            {
                if (csv.TryGetFieldIndex(name, out var at))
                {
                    return at;
                }
            }

            throw Fault.Invalid(names[0], "COLUMN_MISSING", $"A column {string.Join(" or ", names)} is required.");
        }
    }

    private static bool Coordinate(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && (Math.Abs(degrees) <= most || (most < 100 && degrees > 99));

    /// <summary>What became of the rows.</summary>
    public sealed class Report
    {
        private readonly List<string> told = [];

        /// <summary>Rows read.</summary>
        public long Rows { get; internal set; }

        /// <summary>Postcodes loaded.</summary>
        public long Loaded { get; internal set; }

        /// <summary>Postcodes that are no longer in use.</summary>
        public long Terminated { get; internal set; }

        /// <summary>Postcodes that the file gives no place.</summary>
        public long WithoutPlace { get; internal set; }

        /// <summary>Rows that are wrong.</summary>
        public long Refused { get; private set; }

        /// <summary>The first wrong rows: line, column, reason.</summary>
        public IReadOnlyList<string> Told => told;

        internal void Refuse(long line, string column, string reason)
        {
            Refused++;
            if (told.Count < MostTold)
            {
                told.Add($"line {line}, {column}: {reason}");
            }
        }
    }
}
