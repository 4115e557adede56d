using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>
/// What became of an extract, as JSON lines: one for each row that was refused, with its place and why and never its content, and last the
/// counts. It is written as it is found, so that a bad extract costs no memory.
/// </summary>
internal sealed class FeedReport(string name, string place, TextWriter writer) : IDisposable
{
    private const int MostLines = 10_000;
    private static readonly JsonSerializerOptions Plain = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows read.</summary>
    public int Rows { get; set; }

    /// <summary>Rows taken.</summary>
    public int Taken { get; set; }

    /// <summary>Rows that are not newer than what is known.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Homes whose return was taken.</summary>
    public int Homes { get; set; }

    /// <summary>Why the extract could not be read, or not to its end.</summary>
    public string? Broken { get; private set; }

    /// <summary>Whether nothing of the extract was of use.</summary>
    public bool IsRejected => Taken + Unchanged == 0 && (Broken is not null || Refused > 0);

    /// <summary>Refuses a row.</summary>
    /// <param name="at">Its line, or its number in an array.</param>
    /// <param name="column">The column that is wrong.</param>
    /// <param name="reason">The stable name.</param>
    /// <param name="message">What would be right.</param>
    public void Refuse(int at, string? column, string reason, string message)
    {
        Refused++;
        Write(at, column, reason, message);
    }

    /// <summary>Notes another fault of a row that is refused already.</summary>
    public void Also(int at, string? column, string reason, string message) => Write(at, column, reason, message);

    /// <summary>Notes that the extract itself is broken.</summary>
    public void Break(FeedBroken broken)
    {
        Broken = broken.Reason;
        Write(broken.At, broken.Column, broken.Reason, broken.Message);
    }

    /// <summary>Ends it with the counts.</summary>
    public void End()
    {
        writer.WriteLine(JsonSerializer.Serialize(
            new { feed = name, rows = Rows, taken = Taken, unchanged = Unchanged, refused = Refused, homes = Homes, broken = Broken, unlisted = lines > MostLines ? lines - MostLines : (int?)null }, Plain));
        writer.Flush();
    }

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private int lines;

    private void Write(int? at, string? column, string reason, string message)
    {
        if (++lines <= MostLines)
        {
            var (line, row) = place == "line" ? (at, (int?)null) : (null, at);
            writer.WriteLine(JsonSerializer.Serialize(new { line, row, column, reason, message }, Plain));
        }
    }
}
