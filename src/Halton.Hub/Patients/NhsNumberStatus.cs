using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Patients;

/// <summary>
/// The verification status of an NHS number, taken in three spellings and kept in one. UK Core retired its first code system, whose
/// codes are words, yet PDS still answers with that system's URL and England's digits.
/// </summary>
public static class NhsNumberStatus
{
    /// <summary>England's code system of it.</summary>
    public const string CodeSystem = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland";

    private const string Retired = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["number-present-and-verified"] = "01",
        ["number-present-but-not-traced"] = "02",
        ["trace-required"] = "03",
        ["trace-attempted"] = "04",
        ["trace-needs-to-be-resolved"] = "05",
        ["trace-in-progress"] = "06",
        ["number-not-present-and-trace-not-required"] = "07",
        ["trace-postponed"] = "08",
    };

    /// <summary>Checks a status as <see cref="CodeSystems.Check"/> does, after bringing it to England's codes.</summary>
    public static Coding? Check(CodeSystems codes, FieldChecks check, string field, Coding? given, DateOnly day, bool required) =>
        codes.Check(check, field, CodeSystem, England(given), day, required);

    /// <summary>Turns the retired system's spellings into England's; leaves everything else as it is.</summary>
    public static Coding? England(Coding? given) => given is { System: Retired }
        ? new Coding(CodeSystem, Words.GetValueOrDefault(given.Code, given.Code))
        : given;
}
