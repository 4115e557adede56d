using System.Globalization;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>A day.</summary>
internal sealed class DateScalar : TextScalar<DateOnly>
{
    /// <summary>Names and describes it.</summary>
    public DateScalar()
    {
        Name = "Date";
        Description = "A day in Europe/London, written YYYY-MM-DD.";
    }

    /// <inheritdoc />
    protected override DateOnly? Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    /// <inheritdoc />
    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
