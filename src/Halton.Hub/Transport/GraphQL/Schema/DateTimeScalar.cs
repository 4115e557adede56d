using System.Globalization;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>A moment.</summary>
internal sealed class DateTimeScalar : TextScalar<DateTimeOffset>
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd't'HH:mm:ssK", "yyyy-MM-dd't'HH:mm:ss.FFFFFFFK"];

    /// <summary>Names and describes it.</summary>
    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "A moment, RFC 3339 with its offset, for example 2026-11-24T09:30:00Z. Answers are in UTC.";
    }

    /// <inheritdoc />
    protected override DateTimeOffset? Read(string text) =>
        text is [.., 'Z' or 'z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    /// <inheritdoc />
    protected override string Write(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
