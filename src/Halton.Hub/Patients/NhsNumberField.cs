using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Patients;

/// <summary>
/// Checks an NHS number together with its verification status: 01 and 02 say that there is one, 07 and 08 that there is none, the others
/// leave it open.
/// </summary>
internal static class NhsNumberField
{
    private static readonly HashSet<string> Present = ["01", "02"];
    private static readonly HashSet<string> Absent = ["07", "08"];

    /// <summary>Checks both; wrong ones are noted.</summary>
    public static (NhsNumber? Number, string Status) Check(FieldChecks check, CodeSystems codes, string? given, Coding? status, DateOnly day)
    {
        var code = NhsNumberStatus.Check(codes, check, "nhs_number_status", status, day, required: true)?.Code ?? "";
        if (string.IsNullOrEmpty(given))
        {
            check.That(!Present.Contains(code), "nhs_number", "REQUIRED", $"Verification status {code} says that there is a number.");
            return (null, code);
        }

        check.That(!Absent.Contains(code), "nhs_number", "NOT_EXPECTED", $"Verification status {code} says that there is no number.");
        var valid = NhsNumber.TryParse(given, out var number);
        check.That(valid, "nhs_number", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");
        return (valid ? number : null, code);
    }
}
