namespace Halton.Hub.Foundation;

/// <summary>Gathers every wrong field of a request, so that a partner sees all of them at once.</summary>
public sealed class FieldChecks
{
    private readonly List<FieldFault> faults = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<FieldFault> Faults => faults;

    /// <summary>Notes a fault unless the condition holds.</summary>
    public bool That(bool condition, string field, string reason, string message)
    {
        if (!condition)
        {
            faults.Add(new FieldFault(field, reason, message));
        }

        return condition;
    }

    /// <summary>A text of 1 to <paramref name="longest"/> characters without control characters; trimmed.</summary>
    public string Text(string? value, string field, int longest)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            faults.Add(new FieldFault(field, "REQUIRED", "A value is required."));
        }

        return OptionalText(text, field, longest) ?? "";
    }

    /// <summary>A text of at most <paramref name="longest"/> characters without control characters, or null when empty; lines may end only where they are asked for.</summary>
    public string? OptionalText(string? value, string field, int longest, bool lines = false)
    {
        var text = lines ? value?.ReplaceLineEndings("\n").Trim() : value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > longest)
        {
            faults.Add(new FieldFault(field, "TOO_LONG", $"At most {longest} characters."));
        }
        else if (text.Any(c => (char.IsControl(c) && !(lines && c == '\n')) || c == '\uFFFD'))
        {
            faults.Add(new FieldFault(field, "CONTROL_CHARACTER", "Control characters are not taken."));
        }

        return text;
    }

    /// <summary>A UUID.</summary>
    public Guid Id(string? value, string field)
    {
        if (string.IsNullOrEmpty(value))
        {
            faults.Add(new FieldFault(field, "REQUIRED", "A UUID is required."));
            return Guid.Empty;
        }

        if (!Guid.TryParseExact(value, "D", out var id))
        {
            faults.Add(new FieldFault(field, "NOT_A_UUID", "Write it as 8-4-4-4-12 hexadecimal digits."));
        }

        return id;
    }

    /// <summary>A moment that has come: not in the future (a minute of clock difference is allowed) and not before 1900.</summary>
    public DateTimeOffset Past(DateTimeOffset? value, string field, DateTimeOffset now)
    {
        if (value is not { } moment)
        {
            faults.Add(new FieldFault(field, "REQUIRED", "A moment is required."));
            return now;
        }

        if (moment > now.AddMinutes(1))
        {
            faults.Add(new FieldFault(field, "IN_THE_FUTURE", "The moment has not come yet."));
        }
        else if (moment.Year < 1900)
        {
            faults.Add(new FieldFault(field, "TOO_LONG_AGO", "The moment is before 1900."));
        }

        return moment.Kept();
    }

    /// <summary>A day written YYYY-MM-DD, or null when empty.</summary>
    public DateOnly? OptionalDay(string? value, string field)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day))
        {
            faults.Add(new FieldFault(field, "NOT_A_DATE", "Write an existing day as YYYY-MM-DD."));
            return null;
        }

        return day;
    }

    /// <summary>A day written YYYY-MM-DD.</summary>
    public DateOnly Day(string? value, string field)
    {
        That(!string.IsNullOrEmpty(value), field, "REQUIRED", "A day is required.");
        return OptionalDay(value, field) ?? default;
    }

    /// <summary>A day that has come, written YYYY-MM-DD: not after today and not before 1900.</summary>
    public DateOnly PastDay(string? value, string field, DateOnly today)
    {
        That(!string.IsNullOrEmpty(value), field, "REQUIRED", "A day is required.");
        return OptionalPastDay(value, field, today) ?? today;
    }

    /// <summary>A day that has come, or null when empty.</summary>
    public DateOnly? OptionalPastDay(string? value, string field, DateOnly today)
    {
        var day = OptionalDay(value, field);
        That(day is null || day <= today, field, "IN_THE_FUTURE", "The day has not come yet.");
        That(day is null or { Year: >= 1900 }, field, "TOO_LONG_AGO", "The day is before 1900.");
        return day;
    }

    /// <summary>A time of day written HH:MM, or null when empty.</summary>
    public TimeOnly? OptionalTime(string? value, string field)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!TimeOnly.TryParseExact(value, "HH:mm", out var time))
        {
            faults.Add(new FieldFault(field, "NOT_A_TIME", "Write a time of day as HH:MM."));
            return null;
        }

        return time;
    }

    /// <summary>Throws one fault that names all wrong fields, when there are any.</summary>
    public void Settle()
    {
        if (faults.Count > 0)
        {
            throw Fault.Invalid(faults);
        }
    }
}
