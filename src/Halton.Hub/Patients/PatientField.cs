using Halton.Hub.Foundation;

namespace Halton.Hub.Patients;

/// <summary>Checks the person in a request.</summary>
public static class PatientField
{
    private static readonly HashSet<string> Genders = ["male", "female", "other", "unknown"];

    /// <summary>Checks it; every wrong field is noted under <c>patient.</c>.</summary>
    internal static Patient? Check(FieldChecks check, Request? given, DateOnly today)
    {
        check.That(given is not null, "patient", "REQUIRED", "The person is required.");
        if (given is null)
        {
            return null;
        }

        var birthDate = check.OptionalText(given.BirthDate, "patient.birth_date", 10);
        check.That(birthDate is null || (PartialDate.IsValid(birthDate) && PartialDate.Earliest(birthDate) <= today), "patient.birth_date", "NOT_A_DATE", "Write an existing past day as YYYY, YYYY-MM or YYYY-MM-DD.");
        var gender = check.OptionalText(given.Gender, "patient.gender", 10);
        check.That(gender is null || Genders.Contains(gender), "patient.gender", "CODE_UNKNOWN", "One of male, female, other, unknown.");
        check.That(given.Confidentiality is null or "" or "U" or "R", "patient.confidentiality", "CODE_UNKNOWN", "U (unrestricted) or R (restricted).");
        var area = check.OptionalText(given.LocalAuthority, "patient.local_authority", 9);
        check.That(area is null || (area.Length == 9 && char.IsAsciiLetterUpper(area[0]) && area[1..].All(char.IsAsciiDigit)), "patient.local_authority", "NOT_A_GSS_CODE", "A letter and eight digits, for example E06000006.");
        check.That(given.Given.Count is >= 1 and <= 5, "patient.name.given", "REQUIRED", "From 1 to 5 given names.");
        check.That(given.AddressLines.Count <= 5, "patient.address.line", "TOO_MANY", "At most 5 lines.");
        check.That(given.Phones.Count + given.Emails.Count <= 5, "patient.telecom", "TOO_MANY", "At most 5.");
        return new Patient
        {
            Family = check.Text(given.Family, "patient.name.family", 100),
            Given = Texts(given.Given, "patient.name.given"),
            BirthDate = birthDate,
            Gender = gender,
            AddressLines = Texts(given.AddressLines, "patient.address.line"),
            City = check.OptionalText(given.City, "patient.address.city", 100),
            PostalCode = check.OptionalText(given.PostalCode, "patient.address.postal_code", 10),
            Phones = Texts(given.Phones, "patient.telecom"),
            Emails = Texts(given.Emails, "patient.telecom"),
            GeneralPractice = check.OptionalText(given.GeneralPractice, "patient.general_practice", 10),
            LocalAuthority = area,
            Restricted = given.Confidentiality == "R",
        };

        List<string> Texts(IReadOnlyList<string> texts, string field) => [.. texts.Take(5).Select((text, i) => check.Text(text, $"{field}[{i}]", 100))];
    }

    /// <summary>The person as a request tells of them.</summary>
    public sealed record Request(
        string Family,
        IReadOnlyList<string> Given,
        string? BirthDate,
        string? Gender,
        IReadOnlyList<string> AddressLines,
        string? City,
        string? PostalCode,
        IReadOnlyList<string> Phones,
        IReadOnlyList<string> Emails,
        string? GeneralPractice,
        string? LocalAuthority,
        string? Confidentiality);
}
