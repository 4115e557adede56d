using System.Globalization;

namespace Halton.Hub.Transport.GraphQL.Schema;

/// <summary>A time of day.</summary>
internal sealed class TimeScalar : TextScalar<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

    /// <summary>Names and describes it.</summary>
    public TimeScalar()
    {
        Name = "Time";
        Description = "A time of day in Europe/London, written HH:MM or HH:MM:SS.";
    }

    /// <inheritdoc />
    protected override TimeOnly? Read(string text) => TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <inheritdoc />
    protected override string Write(TimeOnly value) => value.ToString(value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
