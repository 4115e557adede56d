using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>From when to when something was agreed.</summary>
internal static class AgreementPeriod
{
    /// <summary>Checks both days; the last may be open.</summary>
    public static (DateOnly From, DateOnly? To) Check(FieldChecks check, string? from, string? to)
    {
        var (first, last) = (check.Day(from, "valid_from"), check.OptionalDay(to, "valid_to"));
        check.That(last is null || last >= first, "valid_to", "ENDS_BEFORE_IT_BEGINS", "The last day is before the first.");
        return (first, last);
    }
}
