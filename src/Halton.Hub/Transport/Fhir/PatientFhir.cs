using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Hl7.Fhir.Model;
using HubCoding = Halton.Hub.Foundation.Coding;
using HubPatient = Halton.Hub.Patients.Patient;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// A person as a Patient resource in UK Core's shape, and back to what requests say of a person. Each record tells of its own person: the Patient has the
/// id and the version of the stay or the referral, and two records of one person are two.
/// </summary>
internal static class PatientFhir
{
    /// <summary>The local authority where the person lives.</summary>
    public static readonly HubExtension LocalAuthority = new("local-authority", "code", "GSS code of the local authority where the person lives, for example E06000006.", "Patient");

    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /// <summary>The extensions that it can carry.</summary>
    public static IReadOnlyList<HubExtension> Extensions => [SubjectFhir.NumberStatus, LocalAuthority];

    /// <summary>How a search names a person.</summary>
    public static IReadOnlyList<string> Identifiers { get; } = [FhirNames.NhsNumber];

    /// <summary>What a search narrows; an identifier is an NHS number. Faults: NHS_NUMBER_INVALID.</summary>
    public static RecordNarrowing Narrowed(FhirQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Identifier is not { } asked ? query.Narrowed
            : NhsNumber.TryParse(asked.Value, out var number) ? query.Narrowed with { NhsNumber = number.Digits }
            : throw Fault.Invalid("identifier", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");
    }

    /// <summary>Tells it.</summary>
    /// <param name="words">Gives codes their wording.</param>
    /// <param name="patient">The person, as the caller may see them.</param>
    /// <param name="nhsNumber">Ten digits, when known.</param>
    /// <param name="status">How sure the number is.</param>
    /// <param name="record">The record that tells of the person.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="changedAt">When it last changed.</param>
    public static Hl7.Fhir.Model.Patient Tell(FhirWords words, HubPatient patient, string? nhsNumber, string status, Guid record, string etag, DateTimeOffset changedAt)
    {
        ArgumentNullException.ThrowIfNull(patient);
        var told = new Hl7.Fhir.Model.Patient
        {
            Id = record.ToString(),
            Meta = FhirWords.Meta(etag, changedAt),
            Identifier = [SubjectFhir.Number(words, nhsNumber, status)],
            Name = [new HumanName { Use = HumanName.NameUse.Official, Family = patient.Family, Given = patient.Given }],
            BirthDate = patient.BirthDate,
            Gender = patient.Gender switch
            {
                "male" => AdministrativeGender.Male,
                "female" => AdministrativeGender.Female,
                "other" => AdministrativeGender.Other,
                "unknown" => AdministrativeGender.Unknown,
                _ => null,
            },
            Address = patient is { AddressLines.Count: 0, City: null, PostalCode: null } ? [] : [new Address { Use = Address.AddressUse.Home, Line = patient.AddressLines, City = patient.City, PostalCode = patient.PostalCode }],
            Telecom =
            [
                .. patient.Phones.Select(phone => new ContactPoint { System = ContactPoint.ContactPointSystem.Phone, Value = phone }),
                .. patient.Emails.Select(email => new ContactPoint { System = ContactPoint.ContactPointSystem.Email, Value = email }),
            ],
            GeneralPractitioner = patient.GeneralPractice is null ? [] : [FhirWords.ByIdentifier("Organization", FhirNames.OdsOrganization, patient.GeneralPractice)],
        };
        LocalAuthority.Put(told, patient.LocalAuthority is null ? null : new Code(patient.LocalAuthority));
        if (patient.Restricted)
        {
            told.Meta.Security = [new Hl7.Fhir.Model.Coding(Confidentiality, "R")];
        }

        return told;
    }

    /// <summary>Reads what it says of a person: the official name, the home address, telephone and e-mail, the practice.</summary>
    public static (PatientField.Request Patient, string? NhsNumber, HubCoding? Status) Take(Hl7.Fhir.Model.Patient from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var name = from.Name.Find(n => n.Use == HumanName.NameUse.Official) ?? from.Name.FirstOrDefault();
        var address = from.Address.Find(a => a.Use == Address.AddressUse.Home) ?? from.Address.FirstOrDefault();
        var number = from.Identifier.Find(i => i.System == FhirNames.NhsNumber);
        var status = number is null ? null : SubjectFhir.NumberStatus.Get<CodeableConcept>(number)?.Coding.FirstOrDefault();
        var patient = new PatientField.Request(
            name?.Family ?? "",
            [.. (name?.Given ?? []).OfType<string>()],
            from.BirthDate,
            from.Gender?.ToString().ToLowerInvariant(),
            [.. (address?.Line ?? []).OfType<string>()],
            address?.City,
            address?.PostalCode,
            [.. Contacts(ContactPoint.ContactPointSystem.Phone)],
            [.. Contacts(ContactPoint.ContactPointSystem.Email)],
            from.GeneralPractitioner.Select(g => g.Identifier).OfType<Identifier>().FirstOrDefault(i => i.System == FhirNames.OdsOrganization)?.Value,
            LocalAuthority.Get<Code>(from)?.Value,
            from.Meta?.Security.Exists(s => s.System == Confidentiality && s.Code == "R") == true ? "R" : "U");
        return (patient, number?.Value, status is null ? (number?.Value is null ? new HubCoding("", "08") : null) : new HubCoding(status.System ?? "", status.Code ?? ""));

        IEnumerable<string> Contacts(ContactPoint.ContactPointSystem system) => from.Telecom.Where(t => t.System == system).Select(t => t.Value).OfType<string>();
    }
}
