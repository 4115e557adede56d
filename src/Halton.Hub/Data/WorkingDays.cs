namespace Halton.Hub.Data;

/// <summary>Which days people work: not on Saturdays, Sundays and the bank holidays of England and Wales, which are a code system by date.</summary>
public sealed class WorkingDays(CodeSystems codes)
{
    private const string BankHolidays = "https://one-halton.example/fhir/CodeSystem/bank-holiday-england-and-wales";

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsBankHoliday(day);

    /// <summary>Whether a day is a bank holiday.</summary>
    public bool IsBankHoliday(DateOnly day) => codes.TryFind(BankHolidays, day.ToString("yyyy-MM-dd", null), day, out _);

    /// <summary>The day itself when people work on it, else the next on which they do.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
